package anxin.dispatcher.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** The store could not do what was asked: it is out of reach, or the statement is wrong. */
public final class StoreException extends RuntimeException {

    private final boolean unreachable;

    private StoreException(String message, SQLException cause) {
        super(message, cause);
        this.unreachable = isUnreachable(cause);
    }

    // An outage is one sentence however many statements it meets; a wrong statement has to be seen.
    static StoreException of(SQLException cause, String statement) {
        return isUnreachable(cause)
                ? new StoreException("the database is out of reach: " + cause.getMessage(), cause)
                : new StoreException(cause.getMessage() + " in: " + statement.strip(), cause);
    }

    /** Whether the same call can succeed later without a change: connection lost, server stopping, no connection free. */
    public boolean unreachable() {
        return unreachable;
    }

    /** Looks through a chain of causes for a store that is out of reach. */
    public static boolean unreachable(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException store) {
                return store.unreachable;
            }
        }
        return false;
    }

    private static boolean isUnreachable(SQLException cause) {
        String state = cause.getSQLState();
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || (state != null && isPassing(state));
    }

    // 08 connection, 53 resources, 57P operator intervention (a statement that takes too long, 57014, is not passing), 40 rollback (deadlock), 55P03 lock wait, 25P03 idle timeout
    private static boolean isPassing(String state) {
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")
                || state.startsWith("40") || state.equals("55P03") || state.equals("25P03");
    }
}
