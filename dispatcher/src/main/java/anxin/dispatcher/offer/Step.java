package anxin.dispatcher.offer;

/** How far somebody who accepted has come. */
public enum Step {
    ACCEPTED,
    ON_THE_WAY,
    ARRIVED,
    DONE,
    GIVEN_BACK,
    /** A call for life took them away; not their doing. */
    DIVERTED;

    /** Whether this may follow another step. Nobody who arrived gives an errand back: they stay until it is done. */
    public boolean mayFollow(Step before) {
        return switch (this) {
            case ACCEPTED -> false;
            case ON_THE_WAY -> before == ACCEPTED;
            case ARRIVED -> before == ACCEPTED || before == ON_THE_WAY;
            case DONE -> before == ARRIVED;
            case GIVEN_BACK -> before == ACCEPTED || before == ON_THE_WAY;
            case DIVERTED -> before == ACCEPTED || before == ON_THE_WAY || before == ARRIVED;
        };
    }

    /** Whether somebody who came this far still holds the errand. */
    public boolean holds() {
        return switch (this) {
            case ACCEPTED, ON_THE_WAY, ARRIVED -> true;
            case DONE, GIVEN_BACK, DIVERTED -> false;
        };
    }
}
