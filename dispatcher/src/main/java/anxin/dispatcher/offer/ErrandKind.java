package anxin.dispatcher.offer;

/** What somebody is asked to go for. */
public enum ErrandKind {
    /** A call for help: now, and until it is done. */
    INCIDENT,
    /** A visit that was ordered for a time. */
    ORDER
}
