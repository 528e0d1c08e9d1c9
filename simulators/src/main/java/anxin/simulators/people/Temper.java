package anxin.simulators.people;

import anxin.simulators.people.Decision.Follow;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How willingly and how quickly one person answers; the behaviour model of the dispatch page, fixed before any tuning.
 *
 * @param propensity the chance of a yes when it is next door and nothing else is to be done
 * @param median of the log-normal answer delay
 */
public record Temper(double propensity, Duration median) {

    private static final double SPREAD = 0.6;
    private static final double DURING_A_VISIT = 0.45;
    private static final double SAYS_NO = 0.45;
    private static final double DOES_NOT_MOVE = 0.04;
    private static final double PATIENCE_FOR_DISTANCE_MINUTES = 20;
    private static final double PATIENCE_FOR_A_PLANNED_WAY_MINUTES = 60;
    private static final List<String> REASONS = List.of("busy-with-resident", "too-far", "no-vehicle",
            "unwell",
            "other");

    /** What the person is doing when the phone rings. */
    public enum Occupation {
        FREE,
        WITH_A_RESIDENT,
        /** Somebody is in the water or being lifted: nobody should even be asked. */
        IN_CARE
    }

    /** Staff say yes in 35 to 85 of 100 cases. */
    public static Temper staff(RandomGenerator chance) {
        return new Temper(chance.nextDouble(0.35, 0.85), Duration.ofSeconds(12));
    }

    /** Volunteers say yes in 10 to 55 of 100 cases, and later. */
    public static Temper volunteer(RandomGenerator chance) {
        return new Temper(chance.nextDouble(0.10, 0.55), Duration.ofSeconds(22));
    }

    /** About a call for help. Pure: the same chance gives the same decision. */
    public Decision decide(int minutesAway, Occupation occupation, RandomGenerator chance) {
        return decide(willingness(minutesAway, occupation), minutesAway, occupation, chance);
    }

    /** About a visit later: planned work is the day's work, so most say yes. Pure as well. */
    public Decision decideVisit(int minutesAway, RandomGenerator chance) {
        return decide(willingnessForAVisit(minutesAway), minutesAway, Occupation.FREE, chance);
    }

    private Decision decide(double willingness, int minutesAway, Occupation occupation,
            RandomGenerator chance) {
        Duration after = delay(chance);
        if (chance.nextDouble() < willingness) {
            return new Decision.Accept(after,
                    chance.nextDouble() < DOES_NOT_MOVE ? Follow.STAYS_WHERE_THEY_ARE : Follow.GOES);
        }
        return chance.nextDouble() < SAYS_NO
                ? new Decision.Decline(after, reason(minutesAway, occupation, chance))
                : new Decision.Silence();
    }

    double willingnessForAVisit(int minutesAway) {
        return (1 + propensity) / 2 * Math.exp(-minutesAway / PATIENCE_FOR_A_PLANNED_WAY_MINUTES);
    }

    double willingness(int minutesAway, Occupation occupation) {
        double free = propensity * Math.exp(-minutesAway / PATIENCE_FOR_DISTANCE_MINUTES);
        return switch (occupation) {
            case FREE -> free;
            case WITH_A_RESIDENT -> free * DURING_A_VISIT;
            case IN_CARE -> 0;
        };
    }

    private Duration delay(RandomGenerator chance) {
        return Duration.ofMillis(Math.round(median.toMillis() * Math.exp(SPREAD * chance.nextGaussian())));
    }

    private static String reason(int minutesAway, Occupation occupation, RandomGenerator chance) {
        if (occupation != Occupation.FREE) {
            return "busy-with-resident";
        }
        return minutesAway > 15 ? "too-far" : REASONS.get(chance.nextInt(REASONS.size()));
    }
}
