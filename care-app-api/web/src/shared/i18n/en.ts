import desk from './en-desk'
import phone from './en-phone'
import words from './en-words'

export default {
  language: { zh: '中文', en: 'English', choose: 'Language' },
  signIn: {
    title: 'Anxin 12349', subtitle: 'Elder care and emergency response', login: 'Account', password: 'Password', submit: 'Sign in',
    busy: 'Signing in…', wrong: 'Account or password is wrong', wait: 'Too many attempts, please wait', signOut: 'Sign out',
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
    word: {
      'already-taken': 'Already accepted by {by}', 'already-kept': 'Already kept by {by}', 'already-asked': 'This person is already asked',
      'already-coming': 'Somebody is already coming', 'not-the-keeper': 'You are not the keeper of this incident',
      'not-suitable': 'This person is not suitable now', 'responder-still-out': 'A responder is still out; it cannot be closed',
      'no-evidence': 'Evidence for closing is missing', 'no-longer-open': 'This offer is over', 'not-your-task': 'This is not your task',
      'step-out-of-order': 'This step is out of order', 'still-on-a-task': 'You still have a task and cannot go off duty',
      'off-duty': 'You are off duty', 'forbidden': 'Not allowed', 'not-found': 'Not found', 'already-closed': 'This incident is closed',
      'not-open': 'This incident is closed', 'invalid': 'Please correct: {field}', 'bad-request': 'Please correct: {field}',
      'already-reviewed': 'Somebody has reviewed it already', 'unauthorized': 'Please sign in again', 'unauthenticated': 'Please sign in again',
      'wrong-password': 'The password is wrong', 'too-many-requests': 'Too many requests, please wait',
      'key-reused': 'This act was numbered twice; reload the page',
    },
  },
  ...desk,
  ...phone,
  ...words,
}
