package anxin.dispatcher.offer;

/** How far somebody who accepted has come. */
public enum Step {
    ACCEPTED,
    ON_THE_WAY,
    ARRIVED,
    DONE,
    GIVEN_BACK;

    /** Whether this may follow another step. Nobody who arrived gives an errand back: they stay until it is done. */
    public boolean mayFollow(Step before) {
        return switch (this) {
            case ACCEPTED -> false;
            case ON_THE_WAY -> before == ACCEPTED;
            case ARRIVED -> before == ACCEPTED || before == ON_THE_WAY;
            case DONE -> before == ARRIVED;
            case GIVEN_BACK -> before == ACCEPTED || before == ON_THE_WAY;
        };
    }
}
