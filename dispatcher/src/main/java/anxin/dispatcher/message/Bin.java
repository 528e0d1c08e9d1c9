package anxin.dispatcher.message;

/** Where a message ended. Each acknowledged message is in exactly one; a duplicate delivery is the ninth bin. */
public enum Bin {
    NEW_INCIDENT,
    SECOND_SIGNAL,
    REPEAT,
    QUARANTINED,
    TECHNICAL,
    TEST,
    STATE,
    TELEMETRY;

    /** Of several signals in one message the most serious names the bin. */
    Bin orWorse(Bin other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
