package anxin.dispatcher.visit;

import anxin.dispatcher.place.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How well it is proved that somebody was at a door: a score with its reasons, never a bare yes. Pure: no clock, no
 * database.
 *
 * @param meters from the door, when the phone said where it was
 * @param score  0 to 100
 */
public record Proof(Optional<Integer> meters, int score, List<Point> reasons) {

    /** From this score on a visit is paid without a second look; below, a named person decides. */
    public static final int ENOUGH = 60;

    /** One thing that speaks for it, fails to, or speaks against it. */
    public record Point(String code, int points) {}

    /**
     * What is known at the moment of a step.
     *
     * @param pressed whether a device of the resident was pressed about then
     */
    public record Evidence(Optional<Fix> fix, Optional<Instant> deviceTime, Instant now, boolean pressed) {}

    private static final int MOST = 100;
    private static final int SIGNED_IN = 20;
    private static final int CLOCK_AGREES = 20;
    private static final int CLOCK_DIFFERS = 5;
    private static final int NEAR = 40;
    private static final int WITHIN_ACCURACY = 25;
    // Somebody elsewhere speaks against it, even when a button in the home was pressed meanwhile.
    private static final int FAR = -20;
    private static final int PRESSED = 30;
    private static final double NEAR_METERS = 100;
    private static final double USEFUL_ACCURACY_METERS = 500;
    private static final Duration CLOCKS_AGREE_WITHIN = Duration.ofMinutes(5);

    public Proof {
        reasons = List.copyOf(reasons);
    }

    public static Proof of(Evidence evidence, Place door) {
        List<Point> points = new ArrayList<>();
        // The phone is signed in as this worker; the edge let nobody else come this far.
        points.add(new Point("signed-in", SIGNED_IN));
        points.add(clock(evidence));
        Optional<Double> meters = evidence.fix().map(fix -> fix.place().metersTo(door));
        points.add(place(evidence.fix(), meters));
        if (evidence.pressed()) {
            points.add(new Point("resident-pressed", PRESSED));
        }
        int score = Math.clamp(points.stream().mapToInt(Point::points).sum(), 0, MOST);
        return new Proof(meters.map(distance -> Math.toIntExact(Math.round(distance))), score, points);
    }

    public boolean isEnough() {
        return score >= ENOUGH;
    }

    private static Point clock(Evidence evidence) {
        if (evidence.deviceTime().isEmpty()) {
            return new Point("clock-missing", 0);
        }
        Duration apart = Duration.between(evidence.deviceTime().get(), evidence.now()).abs();
        // A step sent later, from where there was no network, carries its own time and is worth a little.
        return apart.compareTo(CLOCKS_AGREE_WITHIN) <= 0
                ? new Point("clock-agrees", CLOCK_AGREES)
                : new Point("clock-differs", CLOCK_DIFFERS);
    }

    private static Point place(Optional<Fix> fix, Optional<Double> meters) {
        double accuracy = fix.flatMap(Fix::accuracy).orElse(0.0);
        if (meters.isEmpty() || accuracy > USEFUL_ACCURACY_METERS) {
            return new Point("no-position", 0);
        }
        if (meters.get() <= NEAR_METERS) {
            return new Point("near-the-door", NEAR);
        }
        return meters.get() <= NEAR_METERS + accuracy
                ? new Point("within-accuracy", WITHIN_ACCURACY)
                : new Point("far-from-the-door", FAR);
    }
}
