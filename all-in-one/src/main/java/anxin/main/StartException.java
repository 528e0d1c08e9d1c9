package anxin.main;

/** The server cannot start; the message says why and what to do. */
public final class StartException extends RuntimeException {

    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
