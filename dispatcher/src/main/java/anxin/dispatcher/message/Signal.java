package anxin.dispatcher.message;

/**
 * One thing a device says.
 *
 * @param kind the vocabulary of devices, e.g. sos, fall, low_battery, heartbeat
 */
public record Signal(String kind, State state, Form form) {

    /** Whether it begins, ends, or merely is. */
    public enum State {
        RAISE,
        CLEAR,
        INFO
    }

    /** A press happens; a level lasts and is repeated as long as it does. */
    public enum Form {
        PRESS,
        LEVEL
    }

    /** Whether this is a word of the vocabulary of devices. */
    public boolean isKnown() {
        return Triage.knows(kind);
    }

    public static Signal press(String kind) {
        return new Signal(kind, State.RAISE, Form.PRESS);
    }

    public static Signal level(String kind, boolean raised) {
        return new Signal(kind, raised ? State.RAISE : State.CLEAR, Form.LEVEL);
    }

    public static Signal note(String kind) {
        return new Signal(kind, State.INFO, Form.PRESS);
    }
}
