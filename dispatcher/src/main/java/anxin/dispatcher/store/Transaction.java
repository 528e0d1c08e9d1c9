package anxin.dispatcher.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One open transaction and what is to be said once it is durable. */
final class Transaction {

    private final Connection connection;
    private final List<Runnable> nudges = new ArrayList<>();

    Transaction(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    void afterCommit(Runnable nudge) {
        nudges.add(nudge);
    }

    <T> T commitAfter(Supplier<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T answer = work.get();
            connection.commit();
            connection.setAutoCommit(true);
            return answer;
        } catch (RuntimeException | Error fault) {
            rollBack(fault);
            throw fault;
        }
    }

    void sayNudges() {
        nudges.forEach(Runnable::run);
    }

    private void rollBack(Throwable fault) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException alsoBroken) {
            // The pool discards a connection that cannot roll back; the first fault is the one to report.
            fault.addSuppressed(alsoBroken);
        }
    }
}
