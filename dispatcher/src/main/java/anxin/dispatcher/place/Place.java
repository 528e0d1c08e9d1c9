package anxin.dispatcher.place;

/** A point on Earth in WGS-84 degrees. */
public record Place(double latitude, double longitude) {

    private static final double EARTH_RADIUS = 6_371_008.8;

    public Place {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("not a place on Earth: " + latitude + ", " + longitude);
        }
    }

    /** Great-circle distance in metres. */
    public double metersTo(Place other) {
        double from = Math.toRadians(latitude);
        double to = Math.toRadians(other.latitude);
        double across = Math.sin((to - from) / 2);
        double along = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double chord = across * across + Math.cos(from) * Math.cos(to) * along * along;
        return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
