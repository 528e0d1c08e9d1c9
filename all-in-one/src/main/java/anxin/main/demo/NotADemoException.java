package anxin.main.demo;

/** The database belongs to somebody real; the demo keeps its hands off. */
public final class NotADemoException extends RuntimeException {

    NotADemoException(String message) {
        super(message);
    }
}
