package anxin.dispatcher.deadline;

/** What a deadline is about; the feature that set it knows what to do. */
public enum DeadlineKind {
    /** A step of the ladder: who is asked next. */
    LADDER,
    /** Two more people are asked. */
    WIDEN,
    /** Offers that nobody answered run out. */
    OFFER_EXPIRY,
    /** No console has shown the incident. */
    DISPLAY,
    /** Nobody at the desk has taken the incident. */
    RING,
    /** The person who accepted should be there by now. */
    ARRIVAL,
    /** An open incident is looked at again, always. */
    CHECK,
    /** People are asked for an ordered visit, or more of them. */
    ORDER_ASK,
    /** Questions about a visit that nobody answered run out. */
    ORDER_OFFER_EXPIRY,
    /** A visit should have begun by now. */
    ORDER_LATE,
    /** A visit should be over by now. */
    ORDER_OVERRUN,
    /** A visit with a weak proof waits for somebody's decision. */
    ORDER_REVIEW,
    /** Nobody has asked the resident yet how it was. */
    ORDER_UNRATED,
    /** Something unreadable that looks like a call for life waits for review. */
    QUARANTINE
}
