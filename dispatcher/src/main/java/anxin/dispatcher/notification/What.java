package anxin.dispatcher.notification;

/** What somebody outside is told. */
public enum What {
    /** Call or go there; nobody has answered yet. */
    PLEASE_LOOK,
    SOMEBODY_COMING,
    SAFE_NOW,
    /** Whoever has the duty is to call the desk. */
    DUTY_CALL,
    VISIT_LATE,
    VISIT_MOVED
}
