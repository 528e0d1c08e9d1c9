package anxin.dispatcher.incident;

import anxin.dispatcher.feed.Change;
import anxin.dispatcher.feed.Feed;
import anxin.dispatcher.incident.Incident.Contacting;
import anxin.dispatcher.incident.Incident.FileEnd;
import anxin.dispatcher.incident.Incident.Milestones;
import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Sql;
import anxin.dispatcher.store.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every call for help enters here, whoever makes it. */
public final class Incidents {

    // A press this long after the last one is somebody who is still waiting, not the same press twice.
    private static final Duration STILL_WAITING = Duration.ofSeconds(60);
    // Two independent sources within ten minutes raise the class by one.
    private static final Duration INDEPENDENT_WITHIN = Duration.ofMinutes(10);
    private static final int TRIES = 5;

    private final Sql sql;
    private final IncidentStore store;
    private final Ladder ladder;
    private final Timeline timeline;
    private final Feed feed;
    private final Ids ids;
    private final InstantSource clock;
    private final DateTimeFormatter day;

    Incidents(Sql sql, IncidentStore store, Ladder ladder, Timeline timeline, Feed feed, Ids ids,
            InstantSource clock,
            ZoneId zone) {
        this.sql = sql;
        this.store = store;
        this.ladder = ladder;
        this.timeline = timeline;
        this.feed = feed;
        this.ids = ids;
        this.clock = clock;
        this.day = DateTimeFormatter.ofPattern("yyyyMMdd").withZone(zone);
    }

    /**
     * Opens an incident, or joins the open one of the same resident and kind. One transaction: the incident, its file,
     * its first offers and its first deadlines are durable together.
     */
    public Raised raise(Alarm alarm) {
        return sql.transaction(() -> {
            for (int i = 0; i < TRIES; i++) {
                Optional<Incident> open = store.lockOpen(alarm.subject(), alarm.type().kind());
                if (open.isPresent()) {
                    return again(open.get(), alarm);
                }
                Incident fresh = fresh(alarm);
                if (store.insertUnlessOpen(fresh)) {
                    return opened(fresh, alarm);
                }
                // Another process opened it between the question and the insert; the next look finds it.
            }
            throw new IllegalStateException(
                    "an incident opened and closed " + TRIES + " times while one alarm came in");
        });
    }

    private Incident fresh(Alarm alarm) {
        Instant now = clock.instant();
        String number = "%s-%04d".formatted(day.format(now), store.nextNumber());
        return new Incident(new IncidentId(ids.next()), alarm.jurisdiction(), number, alarm.subject(),
                alarm.resident(),
                alarm.device(), alarm.type(), alarm.type().priority(), "taxonomy/" + alarm.type().word(),
                alarm.exercise(), alarm.receivedAt(), alarm.deviceTime(), alarm.ageBand(), 1,
                alarm.receivedAt(),
                Milestones.NONE, new DeskTrack.Queued(), new HelpTrack.NotAsked(), Contacting.NONE,
                FileEnd.EMPTY, Optional.empty(), alarm.order());
    }

    private Raised opened(Incident fresh, Alarm alarm) {
        Instant now = clock.instant();
        Incident raised = timeline.write(fresh, now, EventKind.RAISED, Actor.of(alarm), signalBody(alarm),
                alarm.receipt());
        ladder.watch(raised, now);
        store.save(climbsByItself(raised) ? ladder.start(raised, now) : raised);
        feed.tellDesk(raised.jurisdiction(), Change.Kind.INCIDENT, raised.id().uuid());
        return new Raised.Opened(raised.id());
    }

    private Raised again(Incident open, Alarm alarm) {
        boolean sameSource = open.device().equals(alarm.device());
        boolean helpAgain = needsHelpAgain(open, alarm);
        int risen = sameSource ? afterRepeat(open, alarm) : afterSecondSource(open, alarm);
        int priority = Math.min(risen, alarm.type().priority());
        Incident joined = timeline.write(open.withSignal(alarm.receivedAt(), priority, alarm.exercise()),
                clock.instant(),
                sameSource ? EventKind.REPEATED : EventKind.SECOND_SIGNAL, Actor.of(alarm), signalBody(alarm),
                alarm.receipt());
        store.save(helpAgain ? ladder.start(joined, clock.instant()) : joined);
        feed.tellDesk(joined.jurisdiction(), Change.Kind.INCIDENT, joined.id().uuid());
        if (joined.help() instanceof HelpTrack.Coming coming) {
            feed.tellResponder(joined.jurisdiction(), coming.responder(), Change.Kind.OFFER,
                    joined.id().uuid());
        }
        return sameSource
                ? new Raised.Repeated(joined.id(), joined.presses())
                : new Raised.SecondSignal(joined.id(), joined.presses());
    }

    private static boolean climbsByItself(Incident incident) {
        return switch (incident.type().alarmClass()) {
            case LIFE, CARE -> true;
            case SAFETY, INACTIVITY, SOCIAL, TECHNICAL, TEST, STATE -> false;
        };
    }

    private boolean needsHelpAgain(Incident open, Alarm alarm) {
        return switch (open.type().alarmClass()) {
            case LIFE -> isNobodyNeededSoFar(open);
            case CARE -> !isSomebodyOut(open) && isAnotherDoor(open, alarm) && ladder.isQuiet(open);
            case SAFETY, INACTIVITY, SOCIAL, TECHNICAL, TEST, STATE -> false;
        };
    }

    // Whoever was there has left, or a voice said that all is well; and now somebody presses again.
    private static boolean isNobodyNeededSoFar(Incident open) {
        return switch (open.help()) {
            case HelpTrack.Done _,HelpTrack.Withdrawn() -> true;
            case HelpTrack.NotAsked(),HelpTrack.Asking(),HelpTrack.Coming _,HelpTrack.OnScene _ -> false;
        };
    }

    private static boolean isSomebodyOut(Incident open) {
        return open.help() instanceof HelpTrack.Coming || open.help() instanceof HelpTrack.OnScene;
    }

    private boolean isAnotherDoor(Incident open, Alarm alarm) {
        return alarm.order().filter(order -> !store.past(open).isAbout(order)).isPresent();
    }

    private static int afterRepeat(Incident open, Alarm alarm) {
        return pastBy(open, alarm, STILL_WAITING) ? oneClassUp(open) : open.priority();
    }

    private static int afterSecondSource(Incident open, Alarm alarm) {
        return pastBy(open, alarm, INDEPENDENT_WITHIN) ? open.priority() : oneClassUp(open);
    }

    private static boolean pastBy(Incident open, Alarm alarm, Duration gap) {
        return Duration.between(open.lastSignalAt(), alarm.receivedAt()).compareTo(gap) > 0;
    }

    private static int oneClassUp(Incident open) {
        return Math.max(1, open.priority() - 1);
    }

    private static Map<String, Object> signalBody(Alarm alarm) {
        Map<String, Object> body = new TreeMap<>();
        body.put("type", alarm.type().word());
        body.put("ageBand", Word.of(alarm.ageBand()));
        body.put("receivedAt", alarm.receivedAt().toString());
        alarm.deviceTime().ifPresent(time -> body.put("deviceTime", time.toString()));
        alarm.order().ifPresent(order -> body.put("order", order.toString()));
        alarm.device().ifPresent(device -> body.put("device", device.uuid().toString()));
        return body;
    }
}
