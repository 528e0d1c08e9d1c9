package anxin.dispatcher.wallet;

/** What came of turning a hold into money earned. */
public sealed interface Capture {

    /** So much is earned; what was held beyond it is back where it came from. */
    record Captured(Fen fen) implements Capture {}

    /** The hold was captured or released before; nothing changes. */
    record AlreadySettled() implements Capture {}

    /** Nothing was ever held for this order. */
    record NotHeld() implements Capture {}
}
