/** The services view of the desk. */
export default {
  orders: {
    tab: 'Services', title: 'Order', day: 'Day of the services', earlier: 'The day before', later: 'The day after', today: 'Today', tomorrow: 'Tomorrow', otherDay: 'Another day',
    new: 'New order', none: 'No orders on this day', look: 'Needs attention', byTime: 'By time', nothing: 'Choose an order on the left', reading: 'Reading…', back: 'Back to the alarms',
    alarms: 'Open alarms', more: '{count} more', noAlarms: 'No open alarms', waits: 'waiting {time}', keys: 'switch',
    who: '{name} ({age})', at: '{from}–{to}', pair: 'two people', nobody: 'Nobody yet', done: 'in {from}, out {to}', score: 'proof {score}', stars: '{stars} stars',
    number: 'No. {number}', ordered: 'ordered {at}', resident: 'Resident', phone: 'Phone', address: 'Address', diet: 'Diet', noDiet: 'no limits', needs: 'Needs',
    level: 'Assessed', levelOf: 'level {level}', noLevel: 'no valid assessment', what: 'What', dish: 'Dish', contains: 'contains {what}', appointment: 'Appointment', bring: 'Bring', transport: 'Transport', wish: 'Wish',
    window: 'Window', workers: 'Workers', workersOf: '{count}', team: 'Workers', noTeam: 'Nobody has been asked yet', candidates: 'Can be asked', money: 'Cost', price: 'Price', pays: 'Who pays',
    noPays: 'Nothing is held', checks: 'Checks', noChecks: 'No checks yet', proofs: 'Proof of the visit', noProofs: 'No proof yet', proofOf: '{score} of 100', points: '{points}',
    meters: '{meters} m from the door', accuracy: 'within {meters} m', deviceTime: 'phone time {at}', rating: 'Rating', complaint: 'Complaint', unrated: 'Not rated yet', incident: 'The alarm it raised', toIncident: 'Show the alarm',
    ask: 'Ask', takeBack: 'Take back', cancel: 'Cancel', rate: 'Rate', review: 'Review', rateHint: 'Can be rated once, after the check-out', cancelHint: 'Somebody is at the door, or it has ended; too late to cancel',
  },
  newOrder: {
    title: 'New order', search: 'Name of the resident, or last four digits', searchHint: 'e.g. Wuyun, or 2276', found: '{count} found', nobody: 'Nobody found', choose: 'Choose a resident', change: 'Another resident',
    balance: 'Balance', noBalance: 'No balance', until: 'until {day}', forServices: 'for {services}', service: 'Service', entitled: 'entitled: {basis}', entitledPlain: 'entitled', notEntitled: 'not entitled',
    terms: '{price} · {minutes} min', pair: 'takes 2 people', window: 'Window', notOrderable: 'cannot be ordered now', alreadyOrdered: '{number} exists', open: 'Show',
    time: 'Begins at', dish: 'Dish', noDishes: 'No dishes on this day', forbidden: 'not for: {diet}', hospital: 'Hospital', department: 'Department', at: 'Appointment at', documents: 'Documents to bring', transport: 'Transport', unsaid: 'not said',
    wish: 'Wish (optional)', requestedBy: 'Who asks', consent: 'The resident agreed to this service', pays: 'Who pays', free: 'No charge', selfPay: 'The resident agreed to pay {price} in person', submit: 'Place the order', sending: 'Ordering…',
    missing: 'Missing: {what}', lackWindow: 'window', lackTime: 'time', lackDish: 'dish', lackAppointment: 'hospital, department and time', lackConsent: 'consent', lackSelfPay: 'agreement to pay', comma: ', ',
  },
  orderDialog: {
    cancelTitle: 'Cancel order {number}', by: 'Who cancels', reason: 'Reason', cancelSubmit: 'Cancel the order', keep: 'Keep it',
    rateTitle: 'Rate {number}', stars: 'How good was it', star: '{stars} of 5', complaint: 'This is a complaint', words: 'In the words of the resident', rateSubmit: 'Save the rating',
    reviewTitle: 'Review {number}', reviewHint: 'Proof {score} of 100 is too weak to be accepted by itself. Look at proof and checks, then decide.', leftOpenHint: 'Nobody checked out. Find out what happened, then decide whether it is paid.', decision: 'Decision', note: 'Grounds', reviewSubmit: 'Save the decision',
    takeBackTitle: 'Take the visit from {name}', takeBackHint: 'For somebody who cannot be reached. Somebody else is asked then.', takeBackSubmit: 'Take it back',
  },
  notify: { title: 'Told', none: 'Nobody has been told', attempts: 'try {count}', local: 'kept here, not sent out', kept: 'Kept here, not sent', line: '{name} · {recipient}' },
  prompt: { now: 'Call {service} now', hint: 'The ladder says that {service} should be called now, and nobody has written that it was.', note: 'Write that it was', dial: 'Dial {service}', called: 'Called {service}: ' },
  standDown: { open: 'Ask nobody else', done: 'No further asking', title: 'Ask nobody else', hint: 'The system asks no more people; the clocks to the duty leader and to 120 go on.', submit: 'Ask nobody else' },
}
