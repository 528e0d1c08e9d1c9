package anxin.simulators.town;

/** A point on Earth, WGS-84. */
public record Place(double latitude, double longitude) {

    private static final double METERS_PER_DEGREE = 111_195;

    public Place {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("not a place on Earth: " + latitude + ", " + longitude);
        }
    }

    /** Straight line, good enough inside one district. */
    public double metersTo(Place other) {
        double north = (other.latitude - latitude) * METERS_PER_DEGREE;
        double east = (other.longitude - longitude) * METERS_PER_DEGREE * Math.cos(Math.toRadians(latitude));
        return Math.hypot(north, east);
    }

    /** A point on the straight way: share 0 is here, 1 is there. */
    public Place towards(Place other, double share) {
        double part = Math.clamp(share, 0.0, 1.0);
        return new Place(latitude + (other.latitude - latitude) * part,
                longitude + (other.longitude - longitude) * part);
    }
}
