package anxin.postgres;

/** The database server could not be started or kept; the message says why and what to do. */
public final class PostgresException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PostgresException(String message) {
        super(message);
    }

    PostgresException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Keeps the interrupt visible to the caller, who decides what it means. */
    static PostgresException interrupted(String during, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new PostgresException("interrupted while " + during, cause);
    }
}
