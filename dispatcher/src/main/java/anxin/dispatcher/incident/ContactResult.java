package anxin.dispatcher.incident;

/** What came of calling somebody. */
public enum ContactResult {
    ANSWERED_SAFE,
    NEEDS_HELP,
    UNCLEAR,
    BUSY,
    NO_ANSWER,
    VOICEMAIL,
    WRONG_NUMBER,
    REFUSED;

    /** Whether a human voice told us how the resident is. */
    boolean isVoice() {
        return switch (this) {
            case ANSWERED_SAFE, NEEDS_HELP -> true;
            case UNCLEAR, BUSY, NO_ANSWER, VOICEMAIL, WRONG_NUMBER, REFUSED -> false;
        };
    }
}
