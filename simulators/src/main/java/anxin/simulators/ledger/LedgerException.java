package anxin.simulators.ledger;

/** A file that is not a ledger; the message names the line. */
public final class LedgerException extends RuntimeException {

    public LedgerException(String message) {
        super(message);
    }
}
