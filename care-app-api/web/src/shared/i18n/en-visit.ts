/** The visits on the phone. */
export default {
  visit: {
    offers: 'New visits', offer: 'Visit', at: '{from}–{to}', far: '{distance} · about {minutes} min', until: 'answer by {at}', pair: 'takes 2 people', why: { diverted: 'moved because of an emergency call', 'given-back': 'given back by somebody else' },
    accept: 'Accept', decline: 'Cannot go', declineTitle: 'Why can you not go?', back: 'Back', today: 'Visits today', tomorrow: 'Visits later', none: 'No visits', later: '{count} more visits after this', gone: '{service} for {name} at {at} was cancelled or given to somebody else; you need not go there.', diverted: '{service} for {name} at {at} goes to somebody else; the emergency is yours.',
    hidden: 'Name and address are shown once you accept', divert: 'You are {doing}; if you accept, that order goes to somebody else', toAgenda: 'Back to the list', address: 'Address', access: 'Way in', diet: 'Diet', noDiet: 'no limits', dish: 'Dish', appointment: 'Appointment', bring: 'Bring',
    transport: 'Transport', wish: 'Wish', medical: 'Medical', doNot: 'Do not', needs: 'Needs', team: 'Together with', call: 'Call', callDesk: 'Call the desk', map: 'Map', number: 'No. {number}',
    locating: 'Looking for the position…', sending: 'Sending…', saved: 'Kept on the phone, sent when the network is back', waitForServer: 'Kept on the phone. What the next step asks is known once the network is back.', more: 'Something else', limits: '{least}–{most}{unit}', atLeast: 'at least {least}{unit}', atMost: 'at most {most}{unit}',
    required: 'needed', optional: 'optional', outside: 'Out of range; it cannot go on. Measure again, or choose “Cannot do it”', mustBeYes: 'It goes on only with yes; else choose “Cannot do it”', notANumber: 'A number, please', missing: 'Not filled in', noteFor: {
      'no-access': 'What you saw and heard (needed)', 'not-done': 'Why it cannot be done (needed)', 'given-back': 'Why you give it back (needed)',
    },
    noteHint: { 'no-access': 'e.g. knocked three times and called, no answer, the light is on', 'not-done': 'e.g. blood pressure too high, no bath', 'given-back': 'e.g. my car broke down' },
    tried: 'I knocked and I called, and nobody answered', triedNeeded: 'Knock and call first, then tick this', noAccessHint: 'The desk will call the family at once to see whether the resident is safe.', submit: 'Confirm: {step}',
    reached: { accepted: 'to depart', 'on-the-way': 'on the way', 'checked-in': 'checked in', begun: 'in progress', 'checked-out': 'checked out', ended: 'handed in' },
  },
}
