package anxin.simulators.town;

/** The town file cannot be used; the message names the file and the field. */
public final class TownFileException extends RuntimeException {

    public TownFileException(String message) {
        super(message);
    }

    public TownFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
