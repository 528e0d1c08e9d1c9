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
    /** Something unreadable that looks like a call for life waits for review. */
    QUARANTINE
}
