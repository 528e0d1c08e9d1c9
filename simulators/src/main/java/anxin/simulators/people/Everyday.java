package anxin.simulators.people;

/**
 * How everyday service goes in one town.
 *
 * @param visitsTimesFaster how much faster than planned a visit is over; ways have a factor of their own
 */
public record Everyday(double visitsTimesFaster, Mishaps mishaps, Tally tally) {

    public Everyday {
        if (!(visitsTimesFaster >= 1)) {
            throw new IllegalArgumentException(
                    "visitsTimesFaster " + visitsTimesFaster + " is below 1; write 1 for life's speed");
        }
    }
}
