package anxin.dispatcher.order;

/** What a worker says about a visit. */
public enum VisitStep {
    ON_THE_WAY,
    CHECKED_IN,
    /** What was ordered begins: into the bath, off to the doctor. */
    BEGUN,
    CHECKED_OUT,
    /** Nobody opens. */
    NO_ACCESS,
    /** Somebody opened and it cannot be done. */
    NOT_DONE,
    GIVEN_BACK;

    boolean wantsNote() {
        return switch (this) {
            case NO_ACCESS, NOT_DONE, GIVEN_BACK -> true;
            case ON_THE_WAY, CHECKED_IN, BEGUN, CHECKED_OUT -> false;
        };
    }
}
