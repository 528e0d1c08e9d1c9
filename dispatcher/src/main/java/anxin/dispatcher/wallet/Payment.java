package anxin.dispatcher.wallet;

/**
 * Who pays how much.
 *
 * @param source where the money comes from, as a word: meal-subsidy, voucher, prepaid; {@link #SELF} is the resident
 */
public record Payment(String source, Fen fen) {

    /** What the resident pays in person. */
    public static final String SELF = "self";

    /** Sources become parts of account names, so they are plain words; nobody else may pass for the resident. */
    static String checkedSource(String source) {
        if (!source.matches("[a-z0-9]+(-[a-z0-9]+)*") || source.equals(SELF)) {
            throw new IllegalArgumentException(
                    "'" + source + "' is not a source of money; write a word such as"
                            + " meal-subsidy, and leave 'self' to the resident");
        }
        return source;
    }
}
