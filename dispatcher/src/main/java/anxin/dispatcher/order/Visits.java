package anxin.dispatcher.order;

import anxin.dispatcher.catalogue.CatalogueStore;
import anxin.dispatcher.catalogue.Check;
import anxin.dispatcher.deadline.DeadlineKind;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.incident.Actor;
import anxin.dispatcher.notification.What;
import anxin.dispatcher.offer.Acceptance;
import anxin.dispatcher.offer.ErrandKind;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferId;
import anxin.dispatcher.offer.OfferState;
import anxin.dispatcher.offer.OfferStore;
import anxin.dispatcher.offer.Offers;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.order.OrderRefusal.Rule;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Sql;
import anxin.dispatcher.store.Word;
import anxin.dispatcher.visit.Fix;
import anxin.dispatcher.visit.VisitStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** What a worker may do about a visit: answer an offer, go, check in, do it, check out. */
public final class Visits {

    /**
     * What a phone says about a step besides the step.
     *
     * @param answers    to what the step asks
     * @param deviceTime when it happened by the phone's clock; the server's time is kept beside it
     */
    public record Report(VisitStep step, Map<String, String> answers, Optional<String> note,
            Optional<Instant> deviceTime, Optional<Fix> fix) {}

    private final Sql sql;
    private final OrderStore store;
    private final CatalogueStore catalogue;
    private final OfferStore offerStore;
    private final Offers offers;
    private final VisitStore visitStore;
    private final VisitSteps steps;
    private final TakenAway takenAway;
    private final OrderAsking asking;
    private final ResidentNews news;
    private final DeadlineStore deadlines;
    private final OrderTimeline timeline;
    private final InstantSource clock;
    private final ZoneId zone;

    Visits(Sql sql, OrderStore store, CatalogueStore catalogue, OfferStore offerStore, Offers offers,
            VisitStore visitStore, VisitSteps steps, TakenAway takenAway, OrderAsking asking,
            ResidentNews news,
            DeadlineStore deadlines,
            OrderTimeline timeline,
            InstantSource clock, ZoneId zone) {
        this.sql = sql;
        this.store = store;
        this.catalogue = catalogue;
        this.offerStore = offerStore;
        this.offers = offers;
        this.visitStore = visitStore;
        this.steps = steps;
        this.takenAway = takenAway;
        this.asking = asking;
        this.news = news;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.clock = clock;
        this.zone = zone;
    }

    /** "I do it." The first who may fill a place holds it. */
    public OrderAnswer accept(OfferId id, ResponderId who) {
        return onOwnOffer(id, who, (offer, order) -> switch (offers.accept(offer, clock.instant())) {
            case Acceptance.AlreadyTaken(ResponderId by) ->
                OrderAnswer.refused(new OrderRefusal.AlreadyTaken(by));
            case Acceptance.NoLongerOpen() -> OrderAnswer.refused(Rule.NO_LONGER_OPEN, "");
            case Acceptance.AlreadyYours() -> new OrderAnswer.Done(order.id());
            case Acceptance.OffDuty() -> OrderAnswer.refused(Rule.OFF_DUTY, "");
            case Acceptance.OnAnotherErrand() -> OrderAnswer.refused(Rule.STILL_ON_A_TASK, "");
            case Acceptance.Yours(Offer accepted) -> accepted(accepted, order);
        });
    }

    public OrderAnswer decline(OfferId id, ResponderId who, String reason) {
        return onOwnOffer(id, who, (offer, order) -> {
            Instant now = clock.instant();
            if (!offers.decline(offer, reason, now)) {
                return OrderAnswer.refused(Rule.NO_LONGER_OPEN, "");
            }
            timeline.save(asking.declined(order, offer, reason, now));
            return new OrderAnswer.Done(order.id());
        });
    }

    /** Whoever goes off duty says no to what they are still asked. */
    public void declineAll(ResponderId who, String reason) {
        takenAway.declineVisits(who, reason);
    }

    /** The offer is on its person's phone, or before their eyes. */
    public void delivered(OfferId id, ResponderId who, OfferState state) {
        offers.delivered(id, who, state, clock.instant());
    }

    /** How far a worker has come. The accepted offer is the visit. */
    public OrderAnswer step(OfferId visit, ResponderId who, Report report) {
        return onOwnOffer(visit, who, (offer, order) -> {
            if (offer.state() != OfferState.ACCEPTED || offer.step().isEmpty()) {
                return OrderAnswer.refused(Rule.NOT_YOUR_TASK, "");
            }
            if (!order.isOpen()) {
                return steps.isTaken(order, offer, report.step())
                        ? new OrderAnswer.Done(order.id())
                        : OrderAnswer.refused(Rule.ORDER_ENDED, "");
            }
            Optional<VisitPath.Next> next = next(order, offer).stream()
                    .filter(possible -> possible.step() == report.step())
                    .findFirst();
            if (next.isEmpty()) {
                return steps.isTaken(order, offer, report.step())
                        ? new OrderAnswer.Done(order.id())
                        : OrderAnswer.refused(Rule.STEP_OUT_OF_ORDER, Word.of(offer.step().get()));
            }
            if (report.step().wantsNote() && report.note().isEmpty()) {
                return OrderAnswer.refused(new OrderRefusal.NoteMissing());
            }
            return steps.take(order, offer, next.get(), report);
        });
    }

    /** The steps that may follow for the worker who holds this offer, the usual one first. */
    public List<VisitPath.Next> next(ServiceOrder order, Offer offer) {
        List<Check> asked = catalogue.checks(order.jurisdiction(), order.plan().service(),
                LocalDate.ofInstant(order.plan().startsAt(), zone));
        Set<String> answered = answeredFor(order, offer);
        return offer.step().filter(step -> order.isOpen())
                .map(step -> VisitPath.next(order, step, asked, answered))
                .orElse(List.of());
    }

    // Everybody answers for their own way; at the door, one of two answers for both. Whoever left takes their answers along.
    private Set<String> answeredFor(ServiceOrder order, Offer mine) {
        Set<OfferId> counting = offerStore.ofErrand(order.errand()).stream()
                .filter(offer -> offer.holds() || offer.step().filter(step -> step == Step.DONE).isPresent())
                .map(Offer::id)
                .collect(Collectors.toSet());
        return visitStore.answers(order.id().uuid()).stream()
                .filter(answer -> answer.stage().equals(Word.of(VisitStep.ON_THE_WAY))
                        ? answer.visit().equals(mine.id())
                        : counting.contains(answer.visit()))
                .map(VisitStore.Answered::stage)
                .collect(Collectors.toSet());
    }

    private OrderAnswer accepted(Offer offer, ServiceOrder order) {
        Instant now = clock.instant();
        boolean complete = offerStore.openings(order.errand()).isEmpty();
        ServiceOrder told = timeline.write(order, now, OrderEventKind.ACCEPTED, Actor.of(offer.responder()),
                Map.of("minutes", offer.minutes(), "offer", offer.id().uuid().toString()));
        if (complete) {
            deadlines.cancel(order.id().uuid(), DeadlineKind.ORDER_ASK, now, "accepted");
            told = told.with(told.progress()
                    .settled(List.of(Attention.NOBODY_TO_ASK, Attention.NOBODY_ACCEPTED)));
        }
        if (offer.why().filter("diverted"::equals).isPresent()) {
            news.tell(order, What.VISIT_MOVED, timesAccepted(order));
        }
        boolean first = told.progress().state() == OrderState.OFFERED;
        timeline.save(complete && first ? told.in(OrderState.ACCEPTED) : told);
        return new OrderAnswer.Done(order.id());
    }

    private int timesAccepted(ServiceOrder order) {
        return Math.toIntExact(offerStore.ofErrand(order.errand()).stream()
                .filter(offer -> offer.state() == OfferState.ACCEPTED).count());
    }

    // The order is locked before the offer is read for the decision: all that touches one order waits in one line.
    private OrderAnswer onOwnOffer(OfferId id, ResponderId who,
            BiFunction<Offer, ServiceOrder, OrderAnswer> act) {
        return sql.transaction(() -> {
            Optional<ServiceOrder> order = offerStore.find(id)
                    .filter(offer -> offer.responder().equals(who) && offer.kind() == ErrandKind.ORDER)
                    .flatMap(offer -> store.lock(new OrderId(offer.errand().uuid())));
            if (order.isEmpty()) {
                return OrderAnswer.refused(new OrderRefusal.NotFound());
            }
            Offer current = offerStore.find(id).orElseThrow();
            return act.apply(current, order.get());
        });
    }
}
