package anxin.dispatcher.incident;

/** What became of an alarm. */
public sealed interface Raised {

    IncidentId incident();

    /** It opened an incident. */
    record Opened(IncidentId incident) implements Raised {}

    /** The same device called again while the incident is open. */
    record Repeated(IncidentId incident, int presses) implements Raised {}

    /** Another device of the same resident says the same. */
    record SecondSignal(IncidentId incident, int presses) implements Raised {}
}
