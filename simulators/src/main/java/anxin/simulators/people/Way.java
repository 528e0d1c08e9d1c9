package anxin.simulators.people;

import anxin.simulators.town.Place;
import java.time.Duration;
import java.time.Instant;

/** Somebody on an e-bike between two doors. Pure. */
record Way(Place from, Place to, Instant leaves, Instant arrives) {

    // An e-bike in a town; ways are 1.35 times longer than the line.
    private static final double METERS_PER_SECOND = 4.5;
    private static final double CIRCUITY = 1.35;

    static Way leaving(Instant leaves, Place from, Place to, Surroundings around) {
        return new Way(from, to, leaves, leaves.plus(around.shortened(inLife(from, to))));
    }

    /** How long it takes when nobody shortens it. */
    static Duration inLife(Place from, Place to) {
        return Duration.ofMillis(Math.round(from.metersTo(to) * CIRCUITY / METERS_PER_SECOND * 1_000));
    }

    Place placeAt(Instant now) {
        if (now.isBefore(leaves)) {
            return from;
        }
        double millis = Math.max(1, Duration.between(leaves, arrives).toMillis());
        return from.towards(to, Duration.between(leaves, now).toMillis() / millis);
    }
}
