package anxin.dispatcher.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How much a device's own time is worth. It never decides whether an alarm counts. */
public enum TimeQuality {
    OK,
    SKEWED,
    IMPLAUSIBLE,
    NONE;

    private static final Instant EARLIEST = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** Whether a date is one at all; a device that counts in the wrong unit says things no calendar has. */
    static boolean canBeStored(Instant time) {
        return time.isAfter(Instant.EPOCH) && time.isBefore(LATEST);
    }

    /** Judges a device time by the receive time; the device's own doubt counts too. */
    public static TimeQuality of(Optional<Instant> deviceTime, Instant receivedAt,
            Optional<TimeQuality> claimed) {
        if (deviceTime.isEmpty()) {
            return NONE;
        }
        Instant time = deviceTime.get();
        if (time.isBefore(EARLIEST) || time.isAfter(receivedAt.plus(AHEAD))) {
            return IMPLAUSIBLE;
        }
        return claimed.filter(quality -> quality != NONE).orElse(OK);
    }
}
