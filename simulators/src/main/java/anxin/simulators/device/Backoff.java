package anxin.simulators.device;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waiting times between attempts: doubling up to a limit, each shortened by chance so that a town does not knock at once. */
public final class Backoff {

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator chance;
    private int failures;

    public Backoff(Duration first, Duration longest, RandomGenerator chance) {
        this.first = first;
        this.longest = longest;
        this.chance = chance;
    }

    public Duration next() {
        long full = first.toMillis() << Math.min(failures, 16);
        failures++;
        long bounded = Math.min(full, longest.toMillis());
        return Duration.ofMillis(Math.round(bounded * chance.nextDouble(0.5, 1.0)));
    }

    public void succeeded() {
        failures = 0;
    }
}
