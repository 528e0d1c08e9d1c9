package anxin.simulators.people;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** How often each mishap comes; pure, the same chance gives the same mishaps. */
public record Mishaps(Map<Mishap, Double> shares) {

    public Mishaps {
        shares.forEach((mishap, share) -> {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(mishap + " " + share + " is no share; write 0 to 1");
            }
        });
        shares = Map.copyOf(shares);
    }

    /** An ordinary week: one door in fifteen stays shut. */
    public static Mishaps usual() {
        return none().with(Mishap.SHUT_DOOR, 1 / 15.0).with(Mishap.BAD_READING, 0.05)
                .with(Mishap.STALE_MEAL, 0.04).with(Mishap.NO_SATELLITES, 0.05).with(Mishap.GIVEN_BACK, 0.02)
                .with(Mishap.WRONG_ORDER, 0.12)
                .with(Mishap.SECOND_ORDER, 0.05).with(Mishap.CANCELLED, 0.04)
                .with(Mishap.REPEATED_ACT, 0.05);
    }

    public static Mishaps none() {
        return new Mishaps(Map.of());
    }

    public Mishaps with(Mishap mishap, double share) {
        Map<Mishap, Double> changed = new EnumMap<>(Mishap.class);
        changed.putAll(shares);
        changed.put(mishap, share);
        return new Mishaps(changed);
    }

    boolean strikes(Mishap mishap, RandomGenerator chance) {
        return chance.nextDouble() < shares.getOrDefault(mishap, 0.0);
    }
}
