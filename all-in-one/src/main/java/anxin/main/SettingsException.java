package anxin.main;

/** A setting is wrong; the message is for the person who wrote it. */
public final class SettingsException extends RuntimeException {

    public SettingsException(String message) {
        super(message);
    }
}
