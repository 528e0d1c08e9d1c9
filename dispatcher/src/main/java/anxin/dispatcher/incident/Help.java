package anxin.dispatcher.incident;

import anxin.dispatcher.deadline.DeadlineKind;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.feed.Change;
import anxin.dispatcher.feed.Feed;
import anxin.dispatcher.incident.Incident.Contacting;
import anxin.dispatcher.incident.LadderStep.StopOn;
import anxin.dispatcher.offer.Acceptance;
import anxin.dispatcher.offer.Diversion;
import anxin.dispatcher.offer.ErrandId;
import anxin.dispatcher.offer.ErrandKind;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferId;
import anxin.dispatcher.offer.OfferState;
import anxin.dispatcher.offer.OfferStore;
import anxin.dispatcher.offer.Offers;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Sql;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a responder may do about an incident: answer an offer, go, arrive, finish. */
public final class Help {

    /**
     * What a phone says about a step besides the step.
     *
     * @param note       the responder's words
     * @param deviceTime when it happened by the phone's clock; the server's time is kept beside it
     */
    public record StepReport(Step step, Optional<String> note, Optional<Instant> deviceTime) {}

    private static final Logger LOG = LoggerFactory.getLogger(Help.class);

    private final Sql sql;
    private final IncidentStore store;
    private final OfferStore offerStore;
    private final Offers offers;
    private final Ladder ladder;
    private final Diversion diversion;
    private final Messenger messenger;
    private final DeadlineStore deadlines;
    private final Timeline timeline;
    private final Feed feed;
    private final InstantSource clock;

    Help(Sql sql, IncidentStore store, OfferStore offerStore, Offers offers, Ladder ladder,
            Messenger messenger, Diversion diversion, DeadlineStore deadlines, Timeline timeline, Feed feed,
            InstantSource clock) {
        this.sql = sql;
        this.store = store;
        this.offerStore = offerStore;
        this.offers = offers;
        this.ladder = ladder;
        this.diversion = diversion;
        this.messenger = messenger;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.feed = feed;
        this.clock = clock;
    }

    /** "I go." The first of those asked holds the errand; the others are told who. */
    public Answer accept(OfferId id, ResponderId who) {
        return onOwnOffer(id, who, (offer, incident) -> {
            diversion.holdVisits(who);
            return accept(offer, incident);
        });
    }

    private Answer accept(Offer offer, Incident incident) {
        return switch (offers.accept(offer, clock.instant())) {
            case Acceptance.AlreadyTaken(ResponderId by) -> Answer.refused(new Refusal.AlreadyTaken(by));
            case Acceptance.NoLongerOpen() -> Answer.refused(new Refusal.NoLongerOpen());
            case Acceptance.AlreadyYours() -> new Answer.Done();
            case Acceptance.OffDuty() -> Answer.refused(new Refusal.OffDuty());
            case Acceptance.OnAnotherErrand() -> Answer.refused(new Refusal.StillOnATask());
            case Acceptance.Yours(Offer accepted) -> accepted(accepted, incident);
        };
    }

    public Answer decline(OfferId id, ResponderId who, String reason) {
        return onOwnOffer(id, who, (offer, incident) -> {
            Instant now = clock.instant();
            if (!offers.decline(offer, reason, now)) {
                return Answer.refused(new Refusal.NoLongerOpen());
            }
            Incident told = timeline.write(incident, now, EventKind.DECLINED, Actor.of(who),
                    Map.of("reason", reason));
            save(told.help() instanceof HelpTrack.Asking ? ladder.replace(told, who, now) : told);
            return new Answer.Done();
        });
    }

    /** How far the person who accepted has come. The accepted offer is the task. */
    public Answer step(OfferId task, ResponderId who, StepReport report) {
        return onOwnOffer(task, who, (offer, incident) -> {
            Optional<Step> before = offer.step();
            if (offer.state() != OfferState.ACCEPTED || before.isEmpty()) {
                return Answer.refused(new Refusal.NotYourTask());
            }
            if (before.get() == report.step()) {
                return new Answer.Done();
            }
            if (!report.step().mayFollow(before.get())) {
                return Answer.refused(new Refusal.StepOutOfOrder(before.get().name()));
            }
            if (wantsNote(report.step()) && report.note().isEmpty()) {
                return Answer.refused(new Refusal.NoteMissing());
            }
            Instant now = clock.instant();
            offers.step(offer, report.step(), now);
            save(stepped(incident, who, report, now));
            return new Answer.Done();
        });
    }

    /** The offer is on its person's phone, or before their eyes. */
    public void delivered(OfferId id, ResponderId who, OfferState state) {
        offers.delivered(id, who, state, clock.instant());
    }

    /** Whoever cannot come any more says no to everything they are still asked, so that others are asked at once. */
    public void declineAll(ResponderId who, String reason) {
        // In one order for everybody, so that two people who leave at the same moment cannot wait for each other.
        offerStore.liveOf(who, ErrandKind.INCIDENT, clock.instant()).stream()
                .sorted(Comparator.comparing(offer -> offer.errand().uuid()))
                .forEach(offer -> decline(offer.id(), who, reason));
    }

    private Answer accepted(Offer offer, Incident incident) {
        // After the commit: an acceptance holds its own incident and no other.
        sql.afterCommit(() -> declineElsewhere(offer.responder()));
        Instant now = clock.instant();
        Instant expectedAt = now.plus(offer.travel());
        Incident coming = incident.dispatched(now).with(new HelpTrack.Coming(offer.responder(), expectedAt));
        ladder.stop(coming, StopOn.ACCEPTED, now);
        int acceptance = store.count(coming, EventKind.ACCEPTED) + 1;
        deadlines.set(coming.jurisdiction(), coming.id().uuid(), DeadlineKind.ARRIVAL, 0,
                expectedAt.plus(Ladder.LATE_AFTER));
        Map<String, Object> body = new TreeMap<>(
                Map.of("minutes", offer.minutes(), "offer", offer.id().uuid().toString()));
        List<ErrandId> left = diversion.divert(offer.responder(), offer.errand(), now);
        if (!left.isEmpty()) {
            body.put("leaves", left.stream().map(errand -> errand.uuid().toString()).toList());
        }
        Incident written = timeline.write(coming, now, EventKind.ACCEPTED, Actor.of(offer.responder()), body);
        save(messenger.somebodyComing(written, acceptance, now));
        return new Answer.Done();
    }

    private Incident stepped(Incident incident, ResponderId who, StepReport report, Instant now) {
        Map<String, Object> body = new TreeMap<>();
        report.note().ifPresent(note -> body.put("note", note));
        report.deviceTime().ifPresent(time -> body.put("deviceTime", time.toString()));
        Incident told = timeline.write(incident, now, eventOf(report.step()), Actor.of(who), body);
        return switch (report.step()) {
            case ACCEPTED, ON_THE_WAY -> told;
            case ARRIVED -> {
                deadlines.cancel(told.id().uuid(), DeadlineKind.ARRIVAL, now, "arrived");
                Contacting known = told.contacting();
                yield told.with(new HelpTrack.OnScene(who))
                        .with(new Contacting(known.attempts(), known.voiceContact(), true));
            }
            case DONE -> told.with(new HelpTrack.Done(who));
            case DIVERTED -> throw new IllegalStateException("nobody is taken from a call for help");
            case GIVEN_BACK -> {
                deadlines.cancel(told.id().uuid(), DeadlineKind.ARRIVAL, now, "given back");
                Incident asking = ladder.startAgain(told, now);
                yield store.past(asking).isSaidSafe()
                        ? asking
                        : messenger.nobodyComing(asking, store.count(asking, EventKind.GIVEN_BACK), now);
            }
        };
    }

    private void declineElsewhere(ResponderId who) {
        try {
            declineAll(who, "on-another-errand");
            diversion.declineVisits(who, "on-another-errand");
        } catch (RuntimeException fault) {
            // The acceptance stands; the other incidents ask somebody else when this silence has lasted its time.
            LOG.warn("the other offers of responder {} stay open: {}", who.uuid(), fault.getMessage());
        }
    }

    private static boolean wantsNote(Step step) {
        return step == Step.DONE || step == Step.GIVEN_BACK;
    }

    private static EventKind eventOf(Step step) {
        return switch (step) {
            case ACCEPTED -> EventKind.ACCEPTED;
            case ON_THE_WAY -> EventKind.ON_THE_WAY;
            case ARRIVED -> EventKind.ARRIVED;
            case DONE -> EventKind.DONE;
            case GIVEN_BACK -> EventKind.GIVEN_BACK;
            case DIVERTED -> throw new IllegalStateException("nobody is taken from a call for help");
        };
    }

    // The incident is locked before the offer is read for the decision: all that touches one incident waits in one line.
    private Answer onOwnOffer(OfferId id, ResponderId who, BiFunction<Offer, Incident, Answer> act) {
        return sql.transaction(() -> {
            Optional<Incident> incident = offerStore.find(id)
                    .filter(offer -> offer.responder().equals(who))
                    .flatMap(offer -> store.lock(new IncidentId(offer.errand().uuid())));
            if (incident.isEmpty()) {
                return Answer.refused(new Refusal.NotFound());
            }
            Offer current = offerStore.find(id).orElseThrow();
            return act.apply(current, incident.get());
        });
    }

    private void save(Incident incident) {
        store.save(incident);
        feed.tellDesk(incident.jurisdiction(), Change.Kind.INCIDENT, incident.id().uuid());
    }
}
