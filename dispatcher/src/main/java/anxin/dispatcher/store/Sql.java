package anxin.dispatcher.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Statements over one connection pool. Inside {@link #transaction} every statement of the same thread shares one
 * connection; outside each runs and commits by itself.
 */
public final class Sql {

    private final DataSource pool;
    private final ScopedValue<Transaction> current = ScopedValue.newInstance();

    public Sql(DataSource pool) {
        this.pool = pool;
    }

    /** All rows of the answer, in its order. */
    public <T> List<T> list(String sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        return withStatement(sql, arguments, statement -> {
            try (ResultSet results = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                Row row = new Row(results);
                while (results.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        });
    }

    /** The only row of the answer, or empty. */
    public <T> Optional<T> find(String sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        List<T> rows = list(sql, reader, arguments);
        if (rows.size() > 1) {
            throw new IllegalStateException(rows.size() + " rows where at most one was expected: " + sql);
        }
        return rows.stream().findFirst();
    }

    /** The only row of the answer; its absence is a fault. */
    public <T> T get(String sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        return find(sql, reader, arguments)
                .orElseThrow(() -> new IllegalStateException("no row where one was expected: " + sql));
    }

    /** @return how many rows were written */
    public int update(String sql, @Nullable Object... arguments) {
        return withStatement(sql, arguments, PreparedStatement::executeUpdate);
    }

    /** The same statement for many rows in one round trip; does nothing for none. */
    public void updateAll(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        withStatement(sql, new Object[0], statement -> {
            for (@Nullable
            Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /**
     * Runs the work in one transaction: all of it is durable when this returns, none of it when it throws.
     * Inside another transaction of the same thread it becomes part of that one.
     */
    public <T> T transaction(Supplier<T> work) {
        if (current.isBound()) {
            return work.get();
        }
        Committed<T> committed = commit(work);
        // Only now, with the connection given back: what is said after the commit may want one of its own.
        committed.transaction().sayNudges();
        return committed.answer();
    }

    private record Committed<T>(T answer, Transaction transaction) {}

    private <T> Committed<T> commit(Supplier<T> work) {
        try (Connection connection = pool.getConnection()) {
            Transaction transaction = new Transaction(connection);
            T answer = transaction.commitAfter(() -> ScopedValue.where(current, transaction).call(work::get));
            return new Committed<>(answer, transaction);
        } catch (SQLException fault) {
            throw StoreException.of(fault, "transaction");
        }
    }

    /** As {@link #transaction(Supplier)} for work without an answer. */
    public void inTransaction(Runnable work) {
        transaction(() -> {
            work.run();
            return true;
        });
    }

    /** Runs after the current transaction is durable; at once when there is none. */
    public void afterCommit(Runnable nudge) {
        if (current.isBound()) {
            current.get().afterCommit(nudge);
        } else {
            nudge.run();
        }
    }

    /** Whether the database answers now; takes as long as a connection may take. */
    public boolean isReachable() {
        try {
            return get("SELECT true AS up", row -> row.flag("up"));
        } catch (StoreException unreachable) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Use<T> {

        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T withStatement(String sql, @Nullable Object[] arguments, Use<T> use) {
        try {
            if (current.isBound()) {
                return run(current.get().connection(), sql, arguments, use);
            }
            try (Connection connection = pool.getConnection()) {
                return run(connection, sql, arguments, use);
            }
        } catch (SQLException fault) {
            throw StoreException.of(fault, sql);
        }
    }

    private static <T> T run(Connection connection, String sql, @Nullable Object[] arguments, Use<T> use)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            return use.with(statement);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, toJdbc(statement, arguments[i]));
        }
    }

    private static @Nullable Object toJdbc(PreparedStatement statement, @Nullable Object argument)
            throws SQLException {
        return switch (argument) {
            case null -> null;
            case Id id -> id.uuid();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Protected text -> text.reveal();
            case Enum<?> constant -> Word.of(constant);
            case List<?> texts -> statement.getConnection().createArrayOf("text", texts.toArray());
            default -> argument;
        };
    }
}
