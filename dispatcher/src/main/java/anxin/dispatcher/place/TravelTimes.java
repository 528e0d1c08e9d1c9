package anxin.dispatcher.place;

import java.time.Duration;

/** Estimates the way between two places: the straight line, lengthened by a road factor, at the speed of the mode. */
public final class TravelTimes {

    /** Roads in a town are about a third longer than the line between two doors. */
    public static final double TOWN_ROAD_FACTOR = 1.35;

    // Shoes, keys, stairs: nobody is on the road the second they accept.
    private static final Duration SETTING_OUT = Duration.ofSeconds(60);

    private final double roadFactor;

    /** @param roadFactor way ÷ straight line, at least 1 */
    public TravelTimes(double roadFactor) {
        if (!(roadFactor >= 1)) {
            throw new IllegalArgumentException("a road is never shorter than the line: factor " + roadFactor);
        }
        this.roadFactor = roadFactor;
    }

    /** Metres on the road. */
    public int meters(Place from, Place to) {
        return (int) Math.round(from.metersTo(to) * roadFactor);
    }

    public Duration between(Place from, Place to, TravelMode mode) {
        return SETTING_OUT.plusSeconds(Math.round(meters(from, to) / mode.metersPerSecond()));
    }
}
