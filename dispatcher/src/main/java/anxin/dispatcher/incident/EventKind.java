package anxin.dispatcher.incident;

/** What can stand in an incident's file. */
public enum EventKind {
    RAISED,
    REPEATED,
    SECOND_SIGNAL,
    DISPLAYED,
    TAKEN,
    RELEASED,
    OFFERED,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    ON_THE_WAY,
    ARRIVED,
    DONE,
    GIVEN_BACK,
    CONTACT_DUE,
    CONTACT_ATTEMPT,
    NOTE,
    DUTY_LEADER_TOLD,
    NOBODY_TO_ASK,
    ARRIVAL_LATE,
    CHECK_DUE,
    /** Somebody outside is written to, or should have been and could not: then the body says who is missing. */
    NOTIFIED,
    /** 119 or 120 should be called now. */
    SERVICE_PROMPT,
    FORCED_ENTRY_DUE,
    /** The keeper wrote why nobody further is asked. */
    STOOD_DOWN,
    CLOSED
}
