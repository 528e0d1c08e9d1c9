package anxin.dispatcher.responder;

/** A responder on duty as seen from one resident's door, at one moment. */
public record Colleague(Responder responder, Whereabouts whereabouts, boolean knowsResident, boolean hasKey,
        boolean onAnErrand) {}
