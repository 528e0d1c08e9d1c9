package anxin.simulators.people;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/**
 * What one simulated person lives in.
 *
 * @param chance seeded, this person's own
 * @param timesFaster how much faster than life people travel and help; answers stay at life's speed, because the
 *        server's patience does not shrink
 */
public record Surroundings(Clock clock, ScheduledExecutorService timer, RandomGenerator chance,
        double timesFaster, Everyday everyday) {

    public Surroundings {
        if (!(timesFaster >= 1)) {
            throw new IllegalArgumentException(
                    "timesFaster " + timesFaster + " is below 1; write 1 for life's speed");
        }
    }

    boolean strikes(Mishap mishap) {
        return everyday.mishaps().strikes(mishap, chance);
    }

    Duration between(double leastSeconds, double mostSeconds) {
        return Duration.ofMillis(Math.round(chance.nextDouble(leastSeconds, mostSeconds) * 1_000));
    }

    /** A visit of that length, as long as it takes here. */
    Duration shortenedVisit(Duration planned) {
        return Duration.ofMillis(Math.round(planned.toMillis() / everyday.visitsTimesFaster()));
    }

    Duration shortened(Duration inLife) {
        return Duration.ofMillis(Math.round(inLife.toMillis() / timesFaster));
    }
}
