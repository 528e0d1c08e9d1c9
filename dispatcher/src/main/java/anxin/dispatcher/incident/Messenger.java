package anxin.dispatcher.incident;

import anxin.dispatcher.duty.DutyContact;
import anxin.dispatcher.duty.DutyRole;
import anxin.dispatcher.duty.DutyStore;
import anxin.dispatcher.notification.Channel;
import anxin.dispatcher.notification.Letter;
import anxin.dispatcher.notification.Notification;
import anxin.dispatcher.notification.NotificationState;
import anxin.dispatcher.notification.Notifications;
import anxin.dispatcher.notification.Recipient;
import anxin.dispatcher.notification.What;
import anxin.dispatcher.organisation.OrganisationStore;
import anxin.dispatcher.resident.Contact;
import anxin.dispatcher.resident.ResidentStore;
import anxin.dispatcher.store.Word;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Tells people outside about an incident, and writes into its file who was told. The transaction must hold the incident. */
final class Messenger {

    private final Notifications notifications;
    private final DutyStore duties;
    private final ResidentStore residents;
    private final OrganisationStore organisations;
    private final Timeline timeline;
    private final ZoneId zone;

    Messenger(Notifications notifications, DutyStore duties, ResidentStore residents,
            OrganisationStore organisations, Timeline timeline, ZoneId zone) {
        this.notifications = notifications;
        this.duties = duties;
        this.residents = residents;
        this.organisations = organisations;
        this.timeline = timeline;
        this.zone = zone;
    }

    /**
     * Why and how somebody is written to.
     *
     * @param step  the word that stands in the file
     * @param round tells it apart from the same message said before
     */
    record Occasion(String step, Channel channel, String stopOn, int round, Instant now) {}

    /** A contact is asked to call or go there; when somebody is on the way by now, that is said instead. */
    Incident pleaseLook(Incident incident, Contact contact, Occasion occasion) {
        What what = switch (incident.help()) {
            case HelpTrack.Coming _,HelpTrack.OnScene _ -> What.SOMEBODY_COMING;
            case HelpTrack.NotAsked(),HelpTrack.Asking(),HelpTrack.Done _,HelpTrack.Withdrawn() ->
                What.PLEASE_LOOK;
        };
        return tell(incident, what, new Recipient(Recipient.Kind.CONTACT, contact.id(), contact.phone()),
                occasion);
    }

    /** Everybody who has this duty is to call the desk; that nobody has it is written down. */
    Incident dutyCall(Incident incident, DutyRole role, Occasion occasion) {
        List<DutyContact> people = duties.onDuty(incident.jurisdiction(), role, occasion.now());
        Incident told = incident;
        for (DutyContact person : people) {
            told = tell(told, What.DUTY_CALL,
                    new Recipient(Recipient.Kind.DUTY, person.id(), person.phone()), occasion);
        }
        return people.isEmpty() ? missing(incident, Word.of(role), occasion) : told;
    }

    /** Somebody should have been told and is not known. */
    Incident missing(Incident incident, String who, Occasion occasion) {
        return timeline.write(incident, occasion.now(), EventKind.NOTIFIED, Actor.SYSTEM,
                Map.of("missing", who, "step", occasion.step()));
    }

    /** Contacts who were asked to look are told that somebody goes. */
    Incident somebodyComing(Incident incident, int acceptance, Instant now) {
        Incident told = incident;
        for (Notification asked : contacts(incident, Messenger::isAskedToLook)) {
            told = tell(told, What.SOMEBODY_COMING, asked.recipient(),
                    new Occasion("accepted", asked.channel(), "closed", acceptance, now));
        }
        return told;
    }

    /**
     * Somebody gave back and nobody is coming now. Contacts who believe that somebody comes are asked to look, and calls
     * that the acceptance had stopped go out.
     */
    Incident nobodyComing(Incident incident, int givenBack, Instant now) {
        notifications.supersede(incident.id().uuid(), What.SOMEBODY_COMING);
        // Below nought: no step of a ladder says it in such a round.
        int round = -givenBack;
        Incident told = incident;
        for (Notification coming : contacts(incident, said -> said.what() == What.SOMEBODY_COMING)) {
            if (!isAskedToLookLast(incident, coming.recipient())) {
                told = tell(told, What.PLEASE_LOOK, coming.recipient(),
                        new Occasion("given-back", coming.channel(), "safe", round, now));
            }
        }
        for (Notification stopped : stoppedCalls(incident)) {
            told = tell(told, What.DUTY_CALL, stopped.recipient(),
                    new Occasion("given-back", stopped.channel(), stopped.stopOn(), round, now));
        }
        return told;
    }

    private boolean isAskedToLookLast(Incident incident, Recipient contact) {
        return notifications.ofSubject(incident.id().uuid()).stream()
                .filter(said -> said.recipient().id().equals(contact.id()))
                .filter(Messenger::isStanding)
                .reduce((_, last) -> last)
                .filter(last -> last.what() == What.PLEASE_LOOK).isPresent();
    }

    private Collection<Notification> stoppedCalls(Incident incident) {
        Map<Object, Notification> last = new LinkedHashMap<>();
        notifications.ofSubject(incident.id().uuid()).stream()
                .filter(call -> call.what() == What.DUTY_CALL && call.stopOn().equals("accepted"))
                .forEach(call -> last.put(call.recipient().id(), call));
        return last.values().stream().filter(call -> call.state() == NotificationState.SUPERSEDED).toList();
    }

    /** Contacts who were told that something happened are told that it ended well. */
    Incident safeNow(Incident incident, Instant now) {
        Incident told = incident;
        for (Notification heard : contacts(incident, notification -> notification.state().isOut())) {
            // Nothing takes this back.
            told = tell(told, What.SAFE_NOW, heard.recipient(),
                    new Occasion("closed", heard.channel(), "never", 0, now));
        }
        return told;
    }

    private static boolean isAskedToLook(Notification notification) {
        return notification.what() == What.PLEASE_LOOK && isStanding(notification);
    }

    private static boolean isStanding(Notification notification) {
        return switch (notification.state()) {
            case PLANNED, SENDING, SENT, DELIVERED -> true;
            case FAILED, SUPERSEDED -> false;
        };
    }

    private Collection<Notification> contacts(Incident incident, Predicate<Notification> which) {
        Map<Object, Notification> each = new LinkedHashMap<>();
        notifications.ofSubject(incident.id().uuid()).stream()
                .filter(notification -> notification.recipient().kind() == Recipient.Kind.CONTACT)
                .filter(which)
                .forEach(notification -> each.putIfAbsent(notification.recipient().id(), notification));
        return each.values();
    }

    private Incident tell(Incident incident, What what, Recipient to, Occasion occasion) {
        boolean planned = notifications.plan(new Letter(incident.jurisdiction(), incident.id().uuid(), what,
                to,
                occasion.channel(), words(incident), occasion.stopOn(), occasion.round()));
        return planned
                ? timeline.write(incident, occasion.now(), EventKind.NOTIFIED, Actor.SYSTEM,
                        Map.of("what", Word.of(what), "recipient", Word.of(to.kind()), "recipientId",
                                to.id().toString(), "step", occasion.step()))
                : incident;
    }

    private Map<String, String> words(Incident incident) {
        String name = incident.resident().map(residents::get).map(person -> person.name().reveal())
                .orElse("一位未登记的老人");
        return Map.of("name", incident.exercise() ? "（演练）" + name : name,
                "time", DateTimeFormatter.ofPattern("HH:mm").withZone(zone).format(incident.openedAt()),
                "event", event(incident.type()),
                "desk", organisations.get(incident.jurisdiction().organisation()).deskPhone());
    }

    private static String event(AlarmType type) {
        return switch (type.alarmClass()) {
            case LIFE -> "呼叫求助";
            // A visit may be missed because nobody of ours came: that is no shut door.
            case CARE -> type == AlarmType.VISIT_MISSED ? "的上门服务未能完成" : "未应门";
            case SAFETY, INACTIVITY, SOCIAL, TECHNICAL, TEST, STATE -> "发出提醒";
        };
    }
}
