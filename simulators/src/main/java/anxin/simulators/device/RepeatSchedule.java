package anxin.simulators.device;

import java.time.Duration;
import java.time.Instant;

/** When a device calls again: 10 s and 30 s after the first sending of a connection, then every 60 s. */
final class RepeatSchedule {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration SECOND = Duration.ofSeconds(30);
    private static final Duration LATER = Duration.ofSeconds(60);

    private RepeatSchedule() {}

    /** @param repeats how often it was already repeated */
    static Instant next(Instant firstSent, int repeats) {
        return switch (repeats) {
            case 0 -> firstSent.plus(FIRST);
            case 1 -> firstSent.plus(SECOND);
            default -> firstSent.plus(SECOND).plus(LATER.multipliedBy(repeats - 1L));
        };
    }
}
