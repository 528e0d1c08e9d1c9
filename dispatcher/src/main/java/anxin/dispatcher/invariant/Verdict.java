package anxin.dispatcher.invariant;

/** Whether a promise is kept. */
public enum Verdict {
    HOLDS,
    BROKEN,
    /** It was not checked: this version, or this call, has nothing to check it with. */
    NOT_YET
}
