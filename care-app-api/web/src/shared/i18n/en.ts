import care from './en-care'
import desk from './en-desk'
import orders from './en-orders'
import phone from './en-phone'
import visit from './en-visit'
import words from './en-words'

export default {
  language: { zh: '中文', en: 'English', choose: 'Language' },
  signIn: {
    title: 'Anxin 12349', subtitle: 'Elder care and emergency response', login: 'Account', password: 'Password', submit: 'Sign in',
    busy: 'Signing in…', wrong: 'Account or password is wrong', wait: 'Too many attempts, please wait', waitFor: 'Too many attempts, please wait {seconds} s', signOut: 'Sign out',
    adminOnly: 'There is no page for administrators yet; use the command line.',
    change: 'Please change the one-time password first', current: 'Current password', next: 'New password (at least 12 characters)',
    repeat: 'New password again', save: 'Save the new password', differ: 'The two new passwords differ',
    short: 'At least 12 characters, please', changed: 'Changed. Please sign in with the new password',
    same: 'The new password must differ from the current one', missing: 'Please give account and password',
  },
  refusal: {
    unreachable: 'The server did not answer; it may or may not have happened. Press again, it will not happen twice.',
    down: 'The server is not available and has confirmed nothing. Press again, it will not happen twice.',
    fault: 'The page failed, please try again', somebody: 'somebody else', dismiss: 'Dismiss',
    unknown: 'The server did not accept this', invalid: 'Please correct the form', because: '{sentence}: {rule}', values: '{sentence} ({values})',
    word: {
      'sign-in': 'Please sign in again', forbidden: 'Not allowed', csrf: 'The session is no longer valid; reload the page',
      'must-change-password': 'Please change the one-time password first', 'wrong-password': 'The password is wrong',
      locked: 'Too many attempts, please wait', invalid: 'Please correct: {field}', 'not-found': 'Not found', 'already-kept': 'Already kept by {by}',
      'not-the-keeper': 'You do not keep this incident; take it first', 'already-closed': 'This incident is closed',
      'no-evidence': 'It cannot be closed yet', 'responder-still-out': '{by} is still out; it cannot be closed',
      'not-suitable': 'This person is not suitable now', 'already-asked': 'This person is already asked',
      'already-coming': '{by} is already coming', 'already-taken': 'Already accepted by {by}', 'no-longer-open': 'This offer is over',
      'not-your-task': 'This is not your task', 'step-out-of-order': 'This step is out of order; see the current one',
      'still-on-a-task': 'Finish or give back your other task first', 'off-duty': 'You are off duty',
      'already-reviewed': 'Somebody has reviewed it already', 'key-reused': 'This act was numbered twice; reload the page',
      'login-taken': 'Somebody has this login already', 'too-large': 'Too long', refused: 'The server did not accept this',
      'database-unreachable': 'The database is out of reach; nothing was confirmed',
      fault: 'The server failed, and it is logged. Please try again',
      'outside-window': 'Outside the hours of this service', 'too-late': 'Too late; it must be ordered earlier', 'too-far-ahead': 'Too early to order for that day',
      'no-entitlement': 'The resident is not entitled to this service', 'no-assessment': 'No valid assessment on that day', 'dietary-limit': 'This dish is against a dietary limit',
      'no-such-dish': 'This dish is not served on that day', 'dish-missing': 'Please choose a dish', 'appointment-missing': 'Please give hospital, department and time', 'appointment-outside': 'The appointment must be on the day of the visit, after it begins', 'not-theirs': 'This person does not hold the visit',
      'self-pay-not-confirmed': 'The resident must agree to pay a share in person', 'already-ordered': 'This window is already ordered', 'not-offered': 'The centre does not offer this service',
      'no-place-left': 'There are enough people already', 'somebody-at-the-door': 'Somebody is at the door; it cannot be cancelled', 'order-ended': 'This order has ended',
      'not-checked-out': 'It can be rated after the check-out', 'already-rated': 'It is rated already', 'nothing-to-review': 'There is nothing to review', 'check-missing': 'Not filled in: {field}',
      'check-out-of-range': '{field} is out of range; it cannot go on', 'check-unreadable': 'Cannot be read: {field}', 'team-not-complete': 'The other person is not there yet',
      'meal-too-old': 'The meal is too old; heat it again or bring another', 'too-early': 'It is too early for this',
    },
    rule: {
      'life-needs-a-call-or-a-visit': 'a life alarm needs at least one call or somebody on scene',
      'care-needs-a-call-or-a-visit': 'a care alarm needs at least one call or somebody on scene',
      'accidental-needs-a-voice-or-somebody-at-the-door': 'an accidental press needs an answered call or somebody on scene',
      'no-voice-needs-somebody-at-the-door': 'without a voice somebody must have been on scene',
      'doing-nothing-needs-a-voice-or-somebody-at-the-door': 'doing nothing needs an answered call or somebody on scene',
    },
  },
  ...desk,
  ...orders,
  ...phone,
  ...visit,
  ...words,
  ...care,
}
