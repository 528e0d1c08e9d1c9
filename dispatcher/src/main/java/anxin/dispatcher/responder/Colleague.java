package anxin.dispatcher.responder;

/** A responder on duty as seen from one resident's door, at one moment. */
public record Colleague(Responder responder, Whereabouts whereabouts, boolean knowsResident, boolean hasKey,
        Occupation occupation) {

    /** What keeps somebody, and how firmly. */
    public enum Occupation {
        /** Nothing. */
        FREE,
        /** A visit that somebody else can take over. */
        ON_A_VISIT,
        /** A call for help, or a visit that nobody may be taken from. */
        BOUND
    }
}
