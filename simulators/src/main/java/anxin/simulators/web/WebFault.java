package anxin.simulators.web;

/** The server could not be asked, or it is not ours; a refusal is not a fault but an {@link Answer}. */
public final class WebFault extends RuntimeException {

    public WebFault(String message) {
        super(message);
    }

    public WebFault(String message, Throwable cause) {
        super(message, cause);
    }
}
