package anxin.dispatcher.order;

/** Why the desk should look at an order. */
public enum Attention {
    /** Nobody suitable is on duty and free at that time. */
    NOBODY_TO_ASK,
    /** Its time is near and a place is still empty. */
    NOBODY_ACCEPTED,
    /** Somebody accepted and is not there, or is not done. */
    LATE,
    /** What speaks for the visit is too little to pay it by itself. */
    WEAK_PROOF,
    COMPLAINT,
    /** Somebody was there and could not do it. */
    NOT_DONE,
    /** Nobody has asked the resident how it was; unrated is not good. */
    UNRATED
}
