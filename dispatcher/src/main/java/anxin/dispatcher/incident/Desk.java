package anxin.dispatcher.incident;

import anxin.dispatcher.deadline.DeadlineKind;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.feed.Change;
import anxin.dispatcher.feed.Feed;
import anxin.dispatcher.incident.Incident.Contacting;
import anxin.dispatcher.offer.Candidate;
import anxin.dispatcher.offer.Offers;
import anxin.dispatcher.resident.ResidentStore;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Sql;
import anxin.dispatcher.store.Word;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an operator may do about an incident: take it, call, ask somebody by hand, write, close. */
public final class Desk {

    private final Sql sql;
    private final IncidentStore store;
    private final Asking asking;
    private final Ladder ladder;
    private final Messenger messenger;
    private final Offers offers;
    private final ResidentStore residents;
    private final DeadlineStore deadlines;
    private final Timeline timeline;
    private final Feed feed;
    private final InstantSource clock;

    Desk(Sql sql, IncidentStore store, Asking asking, Ladder ladder, Messenger messenger, Offers offers,
            ResidentStore residents,
            DeadlineStore deadlines,
            Timeline timeline, Feed feed, InstantSource clock) {
        this.sql = sql;
        this.store = store;
        this.asking = asking;
        this.ladder = ladder;
        this.messenger = messenger;
        this.offers = offers;
        this.residents = residents;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.feed = feed;
        this.clock = clock;
    }

    /** A console shows it. From now on nobody can say that it was never seen. */
    public Answer displayed(IncidentId id, Staff by) {
        return onOpen(id, by, incident -> {
            if (incident.milestones().displayedAt().isPresent()) {
                return new Answer.Done();
            }
            Instant now = clock.instant();
            deadlines.cancel(id.uuid(), DeadlineKind.DISPLAY, now, "displayed");
            return saved(timeline.write(incident.displayed(now), now, EventKind.DISPLAYED, Actor.of(by.id()),
                    Map.of()));
        });
    }

    /** Become its keeper. Taking what one keeps already changes nothing. */
    public Answer take(IncidentId id, Staff by) {
        return onOpen(id, by, incident -> {
            if (incident.desk() instanceof DeskTrack.Kept kept) {
                return kept.by().equals(by.id())
                        ? new Answer.Done()
                        : Answer.refused(new Refusal.AlreadyKept(kept.by()));
            }
            Instant now = clock.instant();
            deadlines.cancel(id.uuid(), DeadlineKind.RING, now, "taken");
            deadlines.cancel(id.uuid(), DeadlineKind.DISPLAY, now, "taken");
            return saved(
                    timeline.write(incident.displayed(now).taken(now).with(new DeskTrack.Kept(by.id())), now,
                            EventKind.TAKEN, Actor.of(by.id()), Map.of()));
        });
    }

    /** Back into the queue, where it rings again. */
    public Answer release(IncidentId id, Staff by, String reason) {
        return asKeeper(id, by, incident -> {
            Instant now = clock.instant();
            deadlines.set(incident.jurisdiction(), id.uuid(), DeadlineKind.RING, 0,
                    now.plus(Ladder.TAKEN_WITHIN));
            return saved(timeline.write(incident.with(new DeskTrack.Queued()), now, EventKind.RELEASED,
                    Actor.of(by.id()), Map.of("reason", reason)));
        });
    }

    /** Asks one more person, chosen by the keeper. */
    public Answer dispatch(IncidentId id, Staff by, ResponderId chosen) {
        return asKeeper(id, by, incident -> {
            if (incident.help() instanceof HelpTrack.Coming coming) {
                return Answer.refused(new Refusal.AlreadyComing(coming.responder()));
            }
            if (incident.help() instanceof HelpTrack.OnScene onScene) {
                return Answer.refused(new Refusal.AlreadyComing(onScene.responder()));
            }
            if (asking.isAskedNow(incident, chosen)) {
                return Answer.refused(new Refusal.AlreadyAsked());
            }
            Instant now = clock.instant();
            return asking.byHand(incident.dispatched(now), chosen, Actor.of(by.id()), now)
                    .map(this::saved)
                    .orElseGet(() -> Answer.refused(new Refusal.NotSuitable()));
        });
    }

    public Answer note(IncidentId id, Staff by, String text) {
        return onOpen(id, by, incident -> saved(timeline.write(incident, clock.instant(), EventKind.NOTE,
                Actor.of(by.id()), Map.of("text", text))));
    }

    /** @param contact whom; null when the resident was called */
    public Answer called(IncidentId id, Staff by, @Nullable UUID contact, ContactResult result) {
        return asKeeper(id, by, incident -> {
            if (contact != null && !isContactOf(incident, contact)) {
                return Answer.refused(new Refusal.NotFound());
            }
            Instant now = clock.instant();
            Map<String, Object> body = new TreeMap<>(Map.of("result", Word.of(result)));
            if (contact != null) {
                body.put("contact", contact.toString());
            }
            Incident known = result == ContactResult.ANSWERED_SAFE ? ladder.safe(incident, now) : incident;
            Contacting before = incident.contacting();
            Contacting after = new Contacting(before.attempts() + 1,
                    before.voiceContact() || result.isVoice(),
                    before.wasOnScene());
            return saved(timeline.write(known.with(after), now, EventKind.CONTACT_ATTEMPT,
                    Actor.of(by.id()), body));
        });
    }

    /** The keeper answers for it that nobody further is asked; the clocks to the duty leader and to 120 go on. */
    public Answer standDown(IncidentId id, Staff by, String reason) {
        return asKeeper(id, by, incident -> {
            Instant now = clock.instant();
            ladder.standDown(incident, now);
            return saved(timeline.write(incident, now, EventKind.STOOD_DOWN, Actor.of(by.id()),
                    Map.of("reason", reason)));
        });
    }

    /** Ends it with both codes; every clock stops and every question is withdrawn. */
    public Answer close(IncidentId id, Staff by, Closing closing) {
        return asKeeper(id, by, incident -> {
            Optional<Refusal> against = ClosingRules.against(incident, closing);
            if (against.isPresent()) {
                return Answer.refused(against.get());
            }
            Instant now = clock.instant();
            offers.withdraw(incident.errand(), incident.jurisdiction(), now);
            ladder.end(incident, now);
            HelpTrack help = incident.help() instanceof HelpTrack.Asking
                    ? new HelpTrack.Withdrawn()
                    : incident.help();
            Incident told = endedWell(incident, closing) ? messenger.safeNow(incident, now) : incident;
            return saved(timeline.write(
                    told.with(help).with(new DeskTrack.Closed(by.id(), now, closing)), now,
                    EventKind.CLOSED,
                    Actor.of(by.id()),
                    Map.of("cause", Word.of(closing.cause()), "action", closing.action().code(),
                            "note", closing.note().reveal())));
        });
    }

    /** Suitable people who have not been asked yet, best first. */
    public List<Candidate> candidates(Incident incident) {
        return incident.isOpen() ? asking.notAsked(incident, clock.instant()) : List.of();
    }

    // "Safe now" must be true of whoever reads it: not of somebody who is on the way to hospital, or was not found; and
    // only of somebody who was seen or heard.
    private boolean endedWell(Incident incident, Closing closing) {
        boolean died = closing.cause() == Cause.DIED_BEFORE || closing.cause() == Cause.DIED_DURING;
        boolean known = incident.contacting().wasOnScene() || store.past(incident).isSaidSafe();
        return known && !died && closing.action() != Action.AMBULANCE_CONVEYED
                && closing.action() != Action.NOT_FOUND;
    }

    private boolean isContactOf(Incident incident, UUID contact) {
        return incident.resident().stream()
                .flatMap(resident -> residents.contacts(resident).stream())
                .anyMatch(person -> person.id().equals(contact));
    }

    private Answer saved(Incident incident) {
        store.save(incident);
        feed.tellDesk(incident.jurisdiction(), Change.Kind.INCIDENT, incident.id().uuid());
        return new Answer.Done();
    }

    private Answer asKeeper(IncidentId id, Staff by, Function<Incident, Answer> act) {
        return onOpen(id, by, incident -> incident.isKeptBy(by.id())
                ? act.apply(incident)
                : Answer.refused(new Refusal.NotTheKeeper()));
    }

    private Answer onOpen(IncidentId id, Staff by, Function<Incident, Answer> act) {
        return sql.transaction(() -> {
            Optional<Incident> found = store.lock(id)
                    .filter(incident -> incident.jurisdiction().organisation()
                            .equals(by.jurisdiction().organisation()));
            if (found.isEmpty()) {
                return Answer.refused(new Refusal.NotFound());
            }
            return found.get().isOpen()
                    ? act.apply(found.get())
                    : Answer.refused(new Refusal.AlreadyClosed());
        });
    }
}
