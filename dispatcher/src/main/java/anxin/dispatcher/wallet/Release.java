package anxin.dispatcher.wallet;

/** What came of giving back a hold. */
public sealed interface Release {

    /** So much is back where it came from. */
    record Released(Fen fen) implements Release {}

    /** The hold was captured or released before; nothing changes. */
    record AlreadySettled() implements Release {}

    /** Nothing was ever held for this order. */
    record NotHeld() implements Release {}
}
