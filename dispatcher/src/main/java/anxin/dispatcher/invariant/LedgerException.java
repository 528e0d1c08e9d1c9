package anxin.dispatcher.invariant;

/** A file that is not a ledger; the message names the file and the line. */
public final class LedgerException extends RuntimeException {

    LedgerException(String message, Exception cause) {
        super(message, cause);
    }
}
