package anxin.dispatcher.incident;

import anxin.dispatcher.deadline.Deadline;
import anxin.dispatcher.deadline.DeadlineKind;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.feed.Change;
import anxin.dispatcher.feed.Feed;
import anxin.dispatcher.incident.LadderStep.StopOn;
import anxin.dispatcher.incident.LadderStep.Who;
import anxin.dispatcher.offer.Offers;
import anxin.dispatcher.resident.Contact;
import anxin.dispatcher.resident.ResidentStore;
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
    private final LadderStore steps;
    private final DeadlineStore deadlines;
    private final Asking asking;
    private final Offers offers;
    private final ResidentStore residents;
    private final Timeline timeline;
    private final Feed feed;
    private final InstantSource clock;

    Ladder(Sql sql, IncidentStore store, LadderStore steps, DeadlineStore deadlines, Asking asking,
            Offers offers,
            ResidentStore residents, Timeline timeline, Feed feed, InstantSource clock) {
        this.sql = sql;
        this.store = store;
        this.steps = steps;
        this.deadlines = deadlines;
        this.asking = asking;
        this.offers = offers;
        this.residents = residents;
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

    /** Starts help: takes the steps due at once and writes down the later ones. */
    Incident start(Incident incident, Instant now) {
        Incident climbing = incident;
        for (LadderStep step : steps.steps(incident.jurisdiction())) {
            if (step.after().isZero()) {
                climbing = take(climbing, step.who(), now);
            } else {
                set(climbing, DeadlineKind.LADDER, step.step(), now.plus(step.after()));
            }
        }
        return climbing;
    }

    /** Somebody gave the errand back: the people part of the ladder begins again. */
    Incident startAgain(Incident incident, Instant now) {
        Incident free = incident.with(new HelpTrack.Asking());
        Incident climbing = orSayNobody(asking.withinReach(free, "again", now), free, now);
        set(climbing, DeadlineKind.WIDEN, 1, now.plus(offers.policy().every()));
        return climbing;
    }

    /** Cancels what a development makes unnecessary, and only that. */
    void stop(Incident incident, StopOn reached, Instant now) {
        String why = Word.of(reached);
        for (LadderStep step : steps.steps(incident.jurisdiction())) {
            if (step.stopOn() == reached) {
                deadlines.cancelStep(incident.id().uuid(), DeadlineKind.LADDER, step.step(), now, why);
            }
        }
        if (reached == StopOn.ACCEPTED) {
            deadlines.cancel(incident.id().uuid(), DeadlineKind.WIDEN, now, why);
        }
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
                    : tellDutyLeader(incident, "not-displayed", now);
            case RING -> incident.desk() instanceof DeskTrack.Queued
                    ? tellDutyLeader(incident, "not-taken", now)
                    : incident;
            case ARRIVAL -> late(incident, now);
            case CHECK -> check(incident, now);
            case QUARANTINE, ORDER_ASK, ORDER_OFFER_EXPIRY, ORDER_LATE, ORDER_OVERRUN, ORDER_UNRATED ->
                throw new IllegalStateException(deadline.kind() + " is not an incident's");
        };
    }

    private Incident ladderStep(Incident incident, int number, Instant now) {
        return steps.steps(incident.jurisdiction()).stream()
                .filter(step -> step.step() == number)
                .findFirst()
                .map(step -> take(incident, step.who(), now))
                .orElseGet(() -> tellDutyLeader(incident, "ladder-changed", now));
    }

    private Incident take(Incident incident, Who who, Instant now) {
        return switch (who) {
            case THREE_BEST -> orSayNobody(asking.begin(incident, now), incident, now);
            case CONTACT_1 -> contactDue(incident, 1, now);
            case CONTACT_2 -> contactDue(incident, 2, now);
            case WITHIN_REACH -> asking.withinReach(incident, "within-reach", now);
            case DUTY_LEADER -> tellDutyLeader(incident, "ladder", now);
        };
    }

    // Nobody to ask is itself a step with a named human: the duty leader is told at once.
    private Incident orSayNobody(Incident asked, Incident before, Instant now) {
        if (asked.fileEnd().seq() > before.fileEnd().seq()) {
            return asked;
        }
        Incident said = timeline.write(asked, now, EventKind.NOBODY_TO_ASK, Actor.SYSTEM, Map.of());
        return tellDutyLeader(said, "nobody-to-ask", now);
    }

    private Incident contactDue(Incident incident, int rank, Instant now) {
        Optional<Contact> contact = incident.resident()
                .flatMap(resident -> residents.findContact(resident, rank));
        return contact.map(person -> timeline.write(incident, now, EventKind.CONTACT_DUE, Actor.SYSTEM,
                Map.of("contact", person.id().toString(), "rank", rank))).orElse(incident);
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
        return tellDutyLeader(told, "arrival-late", now);
    }

    private Incident check(Incident incident, Instant now) {
        set(incident, DeadlineKind.CHECK, 0, now.plus(CHECK_EVERY));
        if (incident.help() instanceof HelpTrack.Asking) {
            return tellDutyLeader(asking.withinReach(incident, "again", now), "nobody-coming", now);
        }
        return switch (incident.desk()) {
            case DeskTrack.Queued() -> tellDutyLeader(incident, "not-taken", now);
            case DeskTrack.Kept(StaffId by) -> isSilent(incident, by, now)
                    ? tellDutyLeader(incident, "keeper-silent", now)
                    : timeline.write(incident, now, EventKind.CHECK_DUE, Actor.SYSTEM, Map.of());
            case DeskTrack.Closed _ -> incident;
        };
    }

    // A keeper who writes nothing for a while may have left the seat; the incident must not be theirs in silence.
    private boolean isSilent(Incident incident, StaffId keeper, Instant now) {
        return store.lastBy(incident, Actor.of(keeper))
                .filter(last -> last.plus(KEEPER_SILENT_AFTER).isAfter(now))
                .isEmpty();
    }

    /** Somebody said no. The next best is asked at once; when nobody is left and nobody is being asked, that is said. */
    Incident replace(Incident incident, Instant now) {
        Incident asked = asking.replace(incident, now);
        return asking.isAnybodyAskedNow(asked) ? asked : orSayNobody(asked, incident, now);
    }

    private Incident tellDutyLeader(Incident incident, String why, Instant now) {
        return timeline.write(incident.escalated(now), now, EventKind.DUTY_LEADER_TOLD, Actor.SYSTEM,
                Map.of("why", why));
    }

    private void set(Incident incident, DeadlineKind kind, int step, Instant dueAt) {
        deadlines.set(incident.jurisdiction(), incident.id().uuid(), kind, step, dueAt);
    }
}
