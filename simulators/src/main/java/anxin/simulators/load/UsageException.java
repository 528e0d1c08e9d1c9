package anxin.simulators.load;

/** The command line cannot be understood; the message says which word and what to write. */
public final class UsageException extends RuntimeException {

    public UsageException(String message) {
        super(message);
    }
}
