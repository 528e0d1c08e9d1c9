package anxin.dispatcher.order;

/** How far a visit has come. What is known in a state stands in the order's milestones. */
public enum OrderState {
    /** Somebody is looked for. */
    OFFERED,
    /** Every place is filled. */
    ACCEPTED,
    ON_THE_WAY,
    /** Somebody is at the door. */
    CHECKED_IN,
    /** What was ordered is being done: in the bath, on the way to the doctor. */
    IN_PROGRESS,
    /** Everybody has left; what it is worth is not decided yet. */
    CHECKED_OUT,
    /** Proved and paid. */
    VERIFIED,
    /** Nobody opened; a welfare incident is looking after it. */
    NO_ACCESS,
    CANCELLED;

    /** Whether somebody still has to come, or to go on. */
    public boolean isOpen() {
        return switch (this) {
            case OFFERED, ACCEPTED, ON_THE_WAY, CHECKED_IN, IN_PROGRESS -> true;
            case CHECKED_OUT, VERIFIED, NO_ACCESS, CANCELLED -> false;
        };
    }
}
