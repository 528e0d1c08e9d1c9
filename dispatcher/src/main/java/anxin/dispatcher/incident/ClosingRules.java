package anxin.dispatcher.incident;

import java.util.Optional;

/** What must be known before an incident may be closed. Pure: no clock, no database. */
final class ClosingRules {

    private ClosingRules() {}

    /** The refusal that stands against this closing, if one does. */
    static Optional<Refusal> against(Incident incident, Closing closing) {
        if (incident.help() instanceof HelpTrack.Coming coming) {
            return Optional.of(new Refusal.ResponderStillOut(coming.responder()));
        }
        if (incident.help() instanceof HelpTrack.OnScene onScene) {
            return Optional.of(new Refusal.ResponderStillOut(onScene.responder()));
        }
        return missingEvidence(incident, closing).map(Refusal.NoEvidence::new);
    }

    private static Optional<String> missingEvidence(Incident incident, Closing closing) {
        boolean known = incident.contacting().voiceContact() || incident.contacting().wasOnScene();
        boolean tried = incident.contacting().attempts() > 0 || incident.contacting().wasOnScene();
        if (incident.type().alarmClass() == AlarmClass.LIFE && !tried) {
            return Optional.of("life-needs-a-call-or-a-visit");
        }
        if (incident.type().alarmClass() == AlarmClass.CARE && !tried) {
            return Optional.of("care-needs-a-call-or-a-visit");
        }
        if (closing.cause() == Cause.ACCIDENTAL_PRESS && !known) {
            return Optional.of("accidental-needs-a-voice-or-somebody-at-the-door");
        }
        if (closing.cause() == Cause.UNKNOWN_NO_VOICE && !incident.contacting().wasOnScene()) {
            return Optional.of("no-voice-needs-somebody-at-the-door");
        }
        if (closing.action() == Action.NONE && !known) {
            return Optional.of("doing-nothing-needs-a-voice-or-somebody-at-the-door");
        }
        return Optional.empty();
    }
}
