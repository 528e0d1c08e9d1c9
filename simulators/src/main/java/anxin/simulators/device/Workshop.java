package anxin.simulators.device;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/**
 * What every device of one run shares: where the server is, the clock, one timer thread and seeded chance.
 *
 * @param reconnect the first and the longest wait of a device that lost its server
 */
public record Workshop(URI server, Clock clock, ScheduledExecutorService timer, RandomGenerator chance,
        Reconnect reconnect) {

    /** Waits grow from the first to the longest; short for a measurement, long for a town. */
    public record Reconnect(Duration first, Duration longest) {}

    Backoff backoff() {
        return new Backoff(reconnect.first(), reconnect.longest(), chance);
    }

    // From the clock and not from the seed: the same seed twice would make new calls look like old ones.
    String newBoot() {
        return HexFormat.of().toHexDigits((int) clock.millis());
    }
}
