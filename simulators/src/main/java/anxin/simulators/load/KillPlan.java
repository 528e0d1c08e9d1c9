package anxin.simulators.load;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** When the server dies during a storm of that length; the same seed gives the same moments. */
final class KillPlan {

    private KillPlan() {}

    /** Not in the first and last twentieth, so that every death meets alarms on their way. */
    static List<Duration> moments(int kills, Duration storm, RandomGenerator chance) {
        return chance.doubles(kills, 0.05, 0.95).sorted()
                .mapToObj(share -> Duration.ofMillis(Math.round(storm.toMillis() * share))).toList();
    }
}
