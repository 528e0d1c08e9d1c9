package anxin.dispatcher.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How old an alarm was when it reached us. The age changes the words at the desk; it never suppresses. */
public enum AgeBand {
    LIVE,
    RECENT,
    OLD,
    UNDATABLE;

    private static final Duration LIVE_FOR = Duration.ofMinutes(2);
    private static final Duration RECENT_FOR = Duration.ofMinutes(15);

    /** @param deviceTime when the device says it happened; without it the receive time counts */
    public static AgeBand of(Optional<Instant> deviceTime, Instant receivedAt) {
        Duration age = deviceTime.map(time -> Duration.between(time, receivedAt)).orElse(Duration.ZERO);
        if (age.compareTo(LIVE_FOR) <= 0) {
            return LIVE;
        }
        return age.compareTo(RECENT_FOR) <= 0 ? RECENT : OLD;
    }
}
