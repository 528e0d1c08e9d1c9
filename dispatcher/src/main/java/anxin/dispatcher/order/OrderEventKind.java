package anxin.dispatcher.order;

/** What can stand in an order's file. */
public enum OrderEventKind {
    REQUESTED,
    ASSESSED,
    HELD,
    SCHEDULED,
    OFFERED,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    NOBODY_TO_ASK,
    ON_THE_WAY,
    CHECKED_IN,
    BEGUN,
    CHECK_REFUSED,
    CHECKED_OUT,
    /** Its time has passed and somebody never checked out. */
    LEFT_OPEN,
    NOT_DONE,
    NO_ACCESS,
    GIVEN_BACK,
    /** By the desk, from somebody who cannot be reached. */
    TAKEN_BACK,
    DIVERTED,
    LATE,
    RESIDENT_TOLD,
    WELFARE_RAISED,
    VERIFIED,
    CAPTURED,
    RELEASED,
    REVIEW_DUE,
    REVIEWED,
    RATED,
    UNRATED,
    CANCELLED
}
