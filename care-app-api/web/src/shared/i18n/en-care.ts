/** The words of the contract about orders, visits and messages. */
export default {
  service: { meal: 'Meal', bath: 'Bath', medical: 'Medical visit' },
  doing: { meal: 'delivering a meal', bath: 'giving a bath', medical: 'accompanying somebody to a doctor' },
  window: { breakfast: 'breakfast', lunch: 'lunch', supper: 'supper', day: 'day' },
  orderState: {
    offered: 'Asking', accepted: 'Accepted', 'on-the-way': 'On the way', 'checked-in': 'Checked in', 'in-progress': 'In progress', 'checked-out': 'Checked out', verified: 'Verified',
    'no-access': 'Nobody opened', cancelled: 'Cancelled',
  },
  attention: {
    'nobody-to-ask': 'Nobody to ask', 'nobody-accepted': 'Nobody accepted', late: 'Late', 'weak-proof': 'Weak proof, to review', complaint: 'Complaint',
    'not-done': 'Not done', unrated: 'Not rated yet',
  },
  money: { held: 'held', captured: 'captured', released: 'released' },
  source: {
    'meal-subsidy': 'meal subsidy', voucher: 'voucher', prepaid: 'prepaid', 'care-insurance': 'care insurance', 'time-bank': 'time bank', 'home-bed': 'home bed', family: 'family', self: 'in person',
  },
  basis: {
    'meal-subsidy': 'meal subsidy', 'home-bed': 'home bed', 'care-insurance': 'care insurance', voucher: 'voucher', 'self-pay-contract': 'self-pay contract',
  },
  diet: {
    halal: 'halal', diabetes: 'diabetes', 'low-salt': 'low salt', 'soft-food': 'soft food', 'no-nuts': 'no nuts', 'no-dairy': 'no dairy', 'no-seafood': 'no seafood', vegetarian: 'vegetarian',
  },
  contains: {
    pork: 'pork', alcohol: 'alcohol', sugar: 'sugar', salty: 'much salt', hard: 'hard food', nuts: 'nuts', dairy: 'dairy', seafood: 'seafood', meat: 'meat', beef: 'beef', mutton: 'mutton', chicken: 'chicken',
    egg: 'egg', fish: 'fish', gluten: 'gluten', soy: 'soy',
  },
  requestedBy: { resident: 'the resident', family: 'the family', caregiver: 'a caregiver' },
  cancelledBy: { resident: 'the resident', family: 'the family', centre: 'the centre' },
  decision: { accepted: 'Accept and capture', rejected: 'Reject and release' },
  transport: { foot: 'on foot', bus: 'bus', taxi: 'taxi', 'centre-car': 'car of the centre', ambulance: 'ambulance' },
  offerStep: { accepted: 'accepted', 'on-the-way': 'on the way', arrived: 'arrived', done: 'done', 'given-back': 'given back', diverted: 'diverted to an emergency' },
  stage: { 'on-the-way': 'departure', 'checked-in': 'check-in', begun: 'begin', 'checked-out': 'check-out' },
  visitStep: {
    'on-the-way': 'Depart', 'checked-in': 'Check in', begun: 'Begin', 'checked-out': 'Check out', 'no-access': 'Nobody opens', 'not-done': 'Cannot do it', 'given-back': 'Give back',
  },
  proofStep: { 'checked-in': 'Check-in', 'checked-out': 'Check-out', 'no-access': 'Nobody opened' },
  proofReason: {
    'signed-in': 'signed in', 'clock-agrees': 'phone time agrees', 'clock-differs': 'phone time differs', 'clock-missing': 'no phone time', 'near-the-door': 'near the door',
    'within-accuracy': 'within the accuracy', 'far-from-the-door': 'far from the door', 'no-position': 'no position', 'resident-pressed': 'the resident pressed',
  },
  check: {
    'cooked-at': 'Cooked at', 'handed-over': 'Handed to the resident', reheated: 'Heated again', 'no-hospital-stay': 'No hospital stay in 3 months', 'skin-intact': 'Skin intact', 'no-tubes': 'No tubes',
    'systolic-before': 'Systolic before', 'diastolic-before': 'Diastolic before', 'pulse-before': 'Pulse before', 'temperature-before': 'Temperature before', water: 'Water temperature', 'systolic-after': 'Systolic after',
    'diastolic-after': 'Diastolic after', 'pulse-after': 'Pulse after', 'temperature-after': 'Temperature after', documents: 'Documents complete', result: 'Result', medicines: 'Medicines', 'home-safe': 'Brought home safely',
  },
  unit: { '/min': 'per min' },
  answer: { yes: 'yes', no: 'no' },
  notification: {
    'please-look': 'please look', 'somebody-coming': 'somebody is coming', 'safe-now': 'safe now', 'duty-call': 'duty call', 'visit-late': 'visit is late', 'visit-moved': 'visit has changed',
  },
  recipient: { contact: 'contact', resident: 'resident', duty: 'on duty', responder: 'responder' },
  channel: { 'call-12349': '12349 call', sms: 'SMS', voice: 'voice call' },
  notificationState: { planned: 'to be sent', sending: 'sending', sent: 'sent', delivered: 'delivered', failed: 'failed', superseded: 'not needed' },
  orderEvent: {
    requested: 'Requested', assessed: 'Assessed', held: 'Money held', scheduled: 'Scheduled', offered: 'Asked', accepted: 'Accepted', declined: 'Cannot go', expired: 'No answer', superseded: 'Not needed',
    'nobody-to-ask': 'Nobody to ask', 'on-the-way': 'On the way', 'checked-in': 'Checked in', begun: 'Begun', 'check-refused': 'Answer forbids it', 'taken-back': 'Taken back by the desk', 'left-open': 'Nobody checked out; ended by the desk', 'checked-out': 'Checked out', 'not-done': 'Not done', 'no-access': 'Nobody opened',
    'given-back': 'Given back', diverted: 'Diverted to an emergency', late: 'Late', 'resident-told': 'Resident told', notified: 'Told', 'welfare-raised': 'Welfare check raised', verified: 'Verified',
    captured: 'Money captured', released: 'Money released', 'review-due': 'To review', reviewed: 'Reviewed', rated: 'Rated', unrated: 'Not rated', cancelled: 'Cancelled',
  },
}
