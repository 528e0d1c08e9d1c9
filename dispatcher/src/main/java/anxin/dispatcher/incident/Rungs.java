package anxin.dispatcher.incident;

import anxin.dispatcher.deadline.DeadlineKind;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.duty.DutyRole;
import anxin.dispatcher.incident.Messenger.Occasion;
import anxin.dispatcher.notification.Channel;
import anxin.dispatcher.resident.Contact;
import anxin.dispatcher.resident.ResidentStore;
import anxin.dispatcher.store.Word;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Does what one step of the ladder says. The incident must be held by the transaction. */
final class Rungs {

    private final Asking asking;
    private final Messenger messenger;
    private final ResidentStore residents;
    private final DeadlineStore deadlines;
    private final Timeline timeline;

    Rungs(Asking asking, Messenger messenger, ResidentStore residents, DeadlineStore deadlines,
            Timeline timeline) {
        this.asking = asking;
        this.messenger = messenger;
        this.residents = residents;
        this.deadlines = deadlines;
        this.timeline = timeline;
    }

    Incident take(Incident incident, LadderStep step, Instant now) {
        return switch (step.who()) {
            case THREE_BEST -> orSayNobody(asking.begin(incident, now), incident, now);
            case NEAR_NEIGHBOURS -> isAsking(incident) ? asking.nearNeighbours(incident, now) : incident;
            case WITHIN_REACH -> withinReach(incident, "within-reach", now);
            case AGAIN -> withinReach(incident, "again", now);
            case CONTACT_1 -> contact(incident, 1, step, now);
            case CONTACT_2 -> contact(incident, 2, step, now);
            case DUTY_LEADER -> dutyCall(tellDutyLeader(incident, "ladder", now), DutyRole.DUTY_LEADER, step,
                    now);
            case COMMITTEE -> dutyCall(incident, DutyRole.COMMITTEE, step, now);
            case ESTATE_GUARD -> dutyCall(incident, DutyRole.ESTATE_GUARD, step, now);
            case TOWNSHIP -> dutyCall(incident, DutyRole.TOWNSHIP, step, now);
            case PROMPT_120 -> prompt(incident, "120", now);
            case PROMPT_119 -> prompt(incident, "119", now);
            case FORCED_ENTRY -> timeline.write(incident, now, EventKind.FORCED_ENTRY_DUE, Actor.SYSTEM,
                    Map.of());
        };
    }

    /** Everybody within reach while nobody comes. That nobody is left to ask and nobody is being asked is said. */
    Incident withinReach(Incident incident, String phase, Instant now) {
        if (!isAsking(incident)) {
            return incident;
        }
        Incident asked = asking.withinReach(incident, phase, now);
        return asking.isAnybodyAskedNow(asked) ? asked : orSayNobody(asked, incident, now);
    }

    /** Nobody to ask is itself a step with a named human: the duty leader is told at once. */
    Incident orSayNobody(Incident asked, Incident before, Instant now) {
        if (asked.fileEnd().seq() > before.fileEnd().seq()) {
            return asked;
        }
        Incident said = timeline.write(asked, now, EventKind.NOBODY_TO_ASK, Actor.SYSTEM, Map.of());
        return messenger.dutyCall(tellDutyLeader(said, "nobody-to-ask", now), DutyRole.DUTY_LEADER,
                new Occasion("nobody-to-ask", Channel.SMS, "closed", 0, now));
    }

    Incident tellDutyLeader(Incident incident, String why, Instant now) {
        return timeline.write(incident.escalated(now), now, EventKind.DUTY_LEADER_TOLD, Actor.SYSTEM,
                Map.of("why", why));
    }

    private static boolean isAsking(Incident incident) {
        return incident.help() instanceof HelpTrack.Asking;
    }

    private Incident contact(Incident incident, int rank, LadderStep step, Instant now) {
        Optional<Contact> known = incident.resident()
                .flatMap(resident -> residents.findContact(resident, rank));
        if (known.isEmpty()) {
            return messenger.missing(incident, Word.of(step.who()),
                    occasion(incident, step, Channel.SMS, now));
        }
        Contact contact = known.get();
        Incident due = timeline.write(incident, now, EventKind.CONTACT_DUE, Actor.SYSTEM,
                Map.of("contact", contact.id().toString(), "rank", rank));
        return step.channel()
                .map(channel -> messenger.pleaseLook(due, contact, occasion(due, step, channel, now)))
                .orElse(due);
    }

    private Incident dutyCall(Incident incident, DutyRole role, LadderStep step, Instant now) {
        return step.channel()
                .map(channel -> messenger.dutyCall(incident, role, occasion(incident, step, channel, now)))
                .orElse(incident);
    }

    private Incident prompt(Incident incident, String service, Instant now) {
        return timeline.write(incident, now, EventKind.SERVICE_PROMPT, Actor.SYSTEM,
                Map.of("service", service));
    }

    // A ladder climbed a second time says the same again: the step has one row more.
    private Occasion occasion(Incident incident, LadderStep step, Channel channel, Instant now) {
        int round = deadlines.count(incident.id().uuid(), DeadlineKind.LADDER, step.step());
        return new Occasion(Word.of(step.who()), channel, Word.of(step.stopOn()), round, now);
    }
}
