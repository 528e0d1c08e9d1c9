package anxin.api.account;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down guessing: ten wrong passwords for a name lock that name for five minutes, whether anybody has it or not.
 * Kept in memory, because forgetting it in a restart costs nothing; the least recently guessed names are forgotten first.
 */
final class Throttle {

    private static final int MOST_FAILURES = 10;
    private static final Duration LOCKED_FOR = Duration.ofMinutes(5);
    private static final int MOST_NAMES = 10_000;

    private record Failures(int count, Instant lockedUntil) {}

    private final Map<String, Failures> names = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_NAMES;
        }
    };

    /** How long a name is still locked, if it is. */
    synchronized Optional<Duration> lockedFor(String login, Instant now) {
        return Optional.ofNullable(names.get(login))
                .map(Failures::lockedUntil)
                .filter(now::isBefore)
                .map(until -> Duration.between(now, until));
    }

    synchronized void failed(String login, Instant now) {
        int count = Optional.ofNullable(names.get(login)).map(Failures::count).orElse(0) + 1;
        names.put(login, count < MOST_FAILURES
                ? new Failures(count, Instant.EPOCH)
                : new Failures(0, now.plus(LOCKED_FOR)));
    }

    synchronized void succeeded(String login) {
        names.remove(login);
    }
}
