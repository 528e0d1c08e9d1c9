package anxin.dispatcher.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of the database, carried on by the monotonic counter of this machine. A wall clock that is set by hand or
 * jumps neither fires nor stalls a deadline, and all nodes of one database agree.
 */
public final class DatabaseClock implements InstantSource {

    private record Reading(Instant database, long counter) {}

    private final Sql sql;
    private final LongSupplier nanoseconds;
    private volatile Reading last;

    /** Asks the database once; {@link #align} does it again. */
    public DatabaseClock(Sql sql, LongSupplier nanoseconds) {
        this.sql = sql;
        this.nanoseconds = nanoseconds;
        this.last = read();
    }

    /** Follows the database's clock; to be called every half minute or so. */
    public void align() {
        last = read();
    }

    @Override
    public Instant instant() {
        Reading reading = last;
        return reading.database().plusNanos(nanoseconds.getAsLong() - reading.counter());
    }

    private Reading read() {
        long before = nanoseconds.getAsLong();
        Instant database = sql.get("SELECT clock_timestamp() AS now", row -> row.instant("now"));
        long after = nanoseconds.getAsLong();
        return new Reading(database.plus(Duration.ofNanos((after - before) / 2)), after);
    }
}
