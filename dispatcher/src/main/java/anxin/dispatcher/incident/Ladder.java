package anxin.dispatcher.incident;

import anxin.dispatcher.deadline.Deadline;
import anxin.dispatcher.deadline.DeadlineKind;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.feed.Change;
import anxin.dispatcher.feed.Feed;
import anxin.dispatcher.incident.LadderStep.StopOn;
import anxin.dispatcher.incident.LadderStep.Who;
import anxin.dispatcher.notification.Notifications;
import anxin.dispatcher.offer.Offers;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Sql;
import anxin.dispatcher.store.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Climbs when nobody comes forward. Every step is a row in the deadline table before it is anything else. */
public final class Ladder {

    static final Duration DISPLAY_WITHIN = Duration.ofSeconds(5);
    static final Duration TAKEN_WITHIN = Duration.ofSeconds(30);
    static final Duration CHECK_EVERY = Duration.ofMinutes(2);
    static final Duration KEEPER_SILENT_AFTER = Duration.ofMinutes(4);
    static final Duration LATE_AFTER = Duration.ofMinutes(5);

    private final Sql sql;
    private final IncidentStore store;
    private final LadderStore ladders;
    private final DeadlineStore deadlines;
    private final Rungs rungs;
    private final Asking asking;
    private final Offers offers;
    private final Notifications notifications;
    private final Timeline timeline;
    private final Feed feed;
    private final InstantSource clock;

    Ladder(Sql sql, IncidentStore store, LadderStore ladders, DeadlineStore deadlines, Rungs rungs,
            Asking asking,
            Offers offers, Notifications notifications, Timeline timeline, Feed feed, InstantSource clock) {
        this.sql = sql;
        this.store = store;
        this.ladders = ladders;
        this.deadlines = deadlines;
        this.rungs = rungs;
        this.asking = asking;
        this.offers = offers;
        this.notifications = notifications;
        this.timeline = timeline;
        this.feed = feed;
        this.clock = clock;
    }

    /** Sets the clocks every new incident has: seen by a console, taken by a person, looked at again. */
    void watch(Incident incident, Instant now) {
        set(incident, DeadlineKind.DISPLAY, 0, now.plus(DISPLAY_WITHIN));
        set(incident, DeadlineKind.RING, 0, now.plus(TAKEN_WITHIN));
        set(incident, DeadlineKind.CHECK, 0, now.plus(CHECK_EVERY));
    }

    /** Begins the ladder meant for this alarm: takes the steps due at once and writes down the later ones. */
    Incident start(Incident incident, Instant now) {
        // Whatever an earlier climb left to do is done by this one.
        deadlines.cancel(incident.id().uuid(), DeadlineKind.LADDER, now, "begun again");
        Incident climbing = ladders.choose(incident.jurisdiction(), incident.type())
                .map(incident::climbing).orElse(incident);
        for (LadderStep step : ladders.steps(climbing)) {
            if (step.after().isZero()) {
                deadlines.taken(climbing.jurisdiction(), climbing.id().uuid(), DeadlineKind.LADDER,
                        step.step(), now);
                climbing = taken(climbing, step, now);
            } else {
                set(climbing, DeadlineKind.LADDER, step.step(), now.plus(step.after()));
            }
        }
        return climbing;
    }

    /**
     * Somebody who had accepted does not come: others are asked, and what their acceptance had stopped goes on. So does
     * what a stand-down had stopped: it was about the situation before.
     */
    Incident startAgain(Incident incident, Instant now) {
        Incident free = incident.with(new HelpTrack.Asking());
        Incident climbing = rungs.orSayNobody(asking.withinReach(free, "again", now), free, now);
        set(climbing, DeadlineKind.WIDEN, 1, now.plus(offers.policy().every()));
        for (LadderStep step : ladders.steps(climbing)) {
            stopped(climbing, step, StopOn.ACCEPTED)
                    .or(() -> stopped(climbing, step, StopOn.STOOD_DOWN))
                    .ifPresent(due -> set(climbing, DeadlineKind.LADDER, step.step(),
                            due.isBefore(now) ? now : due));
        }
        return climbing;
    }

    private Optional<Instant> stopped(Incident incident, LadderStep step, StopOn why) {
        return deadlines.cancelledFor(incident.id().uuid(), DeadlineKind.LADDER, step.step(), Word.of(why));
    }

    /** Ends what a development makes unnecessary, and only that: steps that wait, and messages not out yet. */
    void stop(Incident incident, StopOn reached, Instant now) {
        stop(incident, reached, Word.of(reached), now);
    }

    /** A voice said that the resident is safe. Nobody further is asked, unless somebody is on the way: they arrive. */
    Incident safe(Incident incident, Instant now) {
        stop(incident, StopOn.SAFE, now);
        stop(incident, StopOn.VOICE, now);
        if (!(incident.help() instanceof HelpTrack.Asking)) {
            return incident;
        }
        offers.withdraw(incident.errand(), incident.jurisdiction(), now);
        stop(incident, StopOn.ACCEPTED, Word.of(StopOn.SAFE), now);
        stop(incident, StopOn.STOOD_DOWN, Word.of(StopOn.SAFE), now);
        return incident.with(new HelpTrack.Withdrawn());
    }

    /** The keeper wrote why no further phase of asking is needed. */
    void standDown(Incident incident, Instant now) {
        stop(incident, StopOn.STOOD_DOWN, now);
        stop(incident, StopOn.ACCEPTED, Word.of(StopOn.STOOD_DOWN), now);
    }

    /** It is closed: nothing of it is due and nothing of it goes out any more. */
    void end(Incident incident, Instant now) {
        deadlines.cancelAll(incident.id().uuid(), now, "closed");
        for (StopOn reached : StopOn.values()) {
            notifications.supersede(incident.id().uuid(), Word.of(reached));
        }
    }

    private void stop(Incident incident, StopOn reached, String why, Instant now) {
        for (LadderStep step : ladders.steps(incident)) {
            if (step.stopOn() == reached) {
                deadlines.cancelStep(incident.id().uuid(), DeadlineKind.LADDER, step.step(), now, why);
            }
        }
        if (reached == StopOn.ACCEPTED) {
            deadlines.cancel(incident.id().uuid(), DeadlineKind.WIDEN, now, why);
        }
        notifications.supersede(incident.id().uuid(), Word.of(reached));
    }

    /** Fires a deadline of an incident that has come due; does nothing when it was cancelled or fired meanwhile. */
    public void fire(Deadline deadline) {
        sql.inTransaction(() -> {
            Optional<Incident> held = store.lock(new IncidentId(deadline.subject()));
            if (!deadlines.claim(deadline)) {
                return;
            }
            Instant now = clock.instant();
            Optional<Incident> open = held.filter(Incident::isOpen);
            open.ifPresent(incident -> {
                store.save(climb(incident, deadline, now));
                feed.tellDesk(incident.jurisdiction(), Change.Kind.INCIDENT, incident.id().uuid());
            });
            deadlines.done(deadline, now, open.isPresent() ? "fired" : "closed before");
        });
    }

    private Incident climb(Incident incident, Deadline deadline, Instant now) {
        return switch (deadline.kind()) {
            case LADDER -> ladderStep(incident, deadline.step(), now);
            case WIDEN -> incident.help() instanceof HelpTrack.Asking
                    ? asking.widen(incident, deadline.step(), now)
                    : incident;
            case OFFER_EXPIRY -> expireOffers(incident, now);
            case DISPLAY -> incident.milestones().displayedAt().isPresent()
                    ? incident
                    : rungs.tellDutyLeader(incident, "not-displayed", now);
            case RING -> incident.desk() instanceof DeskTrack.Queued
                    ? rungs.tellDutyLeader(incident, "not-taken", now)
                    : incident;
            case ARRIVAL -> late(incident, now);
            case CHECK -> check(incident, now);
            case QUARANTINE, ORDER_ASK, ORDER_OFFER_EXPIRY, ORDER_LATE, ORDER_OVERRUN, ORDER_REVIEW,
                    ORDER_UNRATED ->
                throw new IllegalStateException(deadline.kind() + " is not an incident's");
        };
    }

    private Incident ladderStep(Incident incident, int number, Instant now) {
        return ladders.steps(incident).stream()
                .filter(step -> step.step() == number)
                .findFirst()
                .map(step -> taken(incident, step, now))
                .orElseGet(() -> rungs.tellDutyLeader(incident, "ladder-changed", now));
    }

    private Incident taken(Incident incident, LadderStep step, Instant now) {
        step.every().ifPresent(
                pause -> set(incident, DeadlineKind.LADDER, step.step(), now.plus(pause)));
        return rungs.take(incident, step, now);
    }

    private Incident expireOffers(Incident incident, Instant now) {
        int silent = offers.expire(incident.errand(), incident.jurisdiction(), now).size();
        return silent == 0
                ? incident
                : timeline.write(incident, now, EventKind.EXPIRED, Actor.SYSTEM, Map.of("offers", silent));
    }

    private Incident late(Incident incident, Instant now) {
        if (!(incident.help() instanceof HelpTrack.Coming coming)) {
            return incident;
        }
        set(incident, DeadlineKind.ARRIVAL, 0, now.plus(LATE_AFTER));
        Incident told = timeline.write(incident, now, EventKind.ARRIVAL_LATE, Actor.SYSTEM,
                Map.of("responder", coming.responder().uuid().toString()));
        return rungs.tellDutyLeader(told, "arrival-late", now);
    }

    private Incident check(Incident incident, Instant now) {
        set(incident, DeadlineKind.CHECK, 0, now.plus(CHECK_EVERY));
        if (incident.help() instanceof HelpTrack.Asking) {
            Incident asked = asksAgainByItself(incident) || store.past(incident).isStoodDown()
                    ? incident
                    : asking.withinReach(incident, "again", now);
            return rungs.tellDutyLeader(asked, "nobody-coming", now);
        }
        return switch (incident.desk()) {
            case DeskTrack.Queued() -> rungs.tellDutyLeader(incident, "not-taken", now);
            case DeskTrack.Kept(StaffId by) -> isSilent(incident, by, now)
                    ? rungs.tellDutyLeader(incident, "keeper-silent", now)
                    : timeline.write(incident, now, EventKind.CHECK_DUE, Actor.SYSTEM, Map.of());
            case DeskTrack.Closed _ -> incident;
        };
    }

    // An errand that the desk began, without such a ladder or after a safe voice, has nobody else to ask again.
    private boolean asksAgainByItself(Incident incident) {
        return ladders.steps(incident).stream().filter(step -> step.who() == Who.AGAIN)
                .anyMatch(step -> stopped(incident, step, StopOn.SAFE).isEmpty());
    }

    // A keeper who writes nothing for a while may have left the seat; the incident must not be theirs in silence.
    private boolean isSilent(Incident incident, StaffId keeper, Instant now) {
        return store.lastBy(incident, Actor.of(keeper))
                .filter(last -> last.plus(KEEPER_SILENT_AFTER).isAfter(now))
                .isEmpty();
    }

    /** Whether a voice has said safe, or no step is left to take: then nobody hears of a further signal by itself. */
    boolean isQuiet(Incident incident) {
        return store.past(incident).isSaidSafe()
                || !deadlines.isPending(incident.id().uuid(), DeadlineKind.LADDER);
    }

    /**
     * Somebody said no. The next best is asked at once, unless the keeper stood down; when nobody is left and nobody is
     * being asked, that is said.
     */
    Incident replace(Incident incident, ResponderId who, Instant now) {
        if (store.past(incident).isStoodDown()) {
            return incident;
        }
        Incident asked = asking.replace(incident, who, now);
        return asking.isAnybodyAskedNow(asked) ? asked : rungs.orSayNobody(asked, incident, now);
    }

    private void set(Incident incident, DeadlineKind kind, int step, Instant dueAt) {
        deadlines.set(incident.jurisdiction(), incident.id().uuid(), kind, step, dueAt);
    }
}
