package anxin.dispatcher.place;

/** How somebody moves, with a door-to-door speed in metres per second that counts lights, parking and stairs. */
public enum TravelMode {
    FOOT(1.2),
    E_BIKE(4.5),
    MOTORBIKE(7.0),
    CAR(6.5);

    private final double metersPerSecond;

    TravelMode(double metersPerSecond) {
        this.metersPerSecond = metersPerSecond;
    }

    double metersPerSecond() {
        return metersPerSecond;
    }
}
