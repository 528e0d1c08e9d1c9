package anxin.dispatcher.order;

import anxin.dispatcher.deadline.DeadlineKind;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.feed.Change;
import anxin.dispatcher.feed.Feed;
import anxin.dispatcher.incident.Actor;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferStore;
import anxin.dispatcher.offer.Offers;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.order.OrderRefusal.Rule;
import anxin.dispatcher.order.VisitPath.Asked;
import anxin.dispatcher.order.Visits.Report;
import anxin.dispatcher.resident.ResidentStore;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Word;
import anxin.dispatcher.visit.CheckRules;
import anxin.dispatcher.visit.CheckRules.Objection;
import anxin.dispatcher.visit.Proof;
import anxin.dispatcher.visit.VisitStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What each step of a visit does. The order is held by the transaction and the step is one of those that may follow. */
final class VisitSteps {

    static final Duration OVERRUN_AFTER = Duration.ofMinutes(60);
    static final Duration RATE_WITHIN = Duration.ofHours(24);
    private static final Duration SET_OFF_BEFORE = Duration.ofHours(2);
    // Cooked to eaten within two hours, or heated again: the canteen rule of meal services.
    private static final Duration EATEN_WITHIN = Duration.ofHours(2);
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(5);
    private static final Duration PRESS_COUNTS = Duration.ofMinutes(10);

    private final ResidentStore residents;
    private final OfferStore offerStore;
    private final Offers offers;
    private final VisitStore visits;
    private final OrderAsking asking;
    private final Settlement settlement;
    private final Welfare welfare;
    private final ResidentNews news;
    private final DeadlineStore deadlines;
    private final OrderTimeline timeline;
    private final Feed feed;
    private final InstantSource clock;

    VisitSteps(ResidentStore residents, OfferStore offerStore, Offers offers, VisitStore visits,
            OrderAsking asking,
            Settlement settlement, Welfare welfare, ResidentNews news, DeadlineStore deadlines,
            OrderTimeline timeline,
            Feed feed,
            InstantSource clock) {
        this.residents = residents;
        this.offerStore = offerStore;
        this.offers = offers;
        this.visits = visits;
        this.asking = asking;
        this.settlement = settlement;
        this.welfare = welfare;
        this.news = news;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.feed = feed;
        this.clock = clock;
    }

    /** Whether a step sent again was taken before: a phone that lost the answer asks twice. */
    boolean isTaken(ServiceOrder order, Offer offer, VisitStep step) {
        Optional<Step> reached = offer.step();
        return switch (step) {
            case ON_THE_WAY -> reached.filter(at -> at == Step.ON_THE_WAY).isPresent();
            case CHECKED_IN -> reached.filter(at -> at == Step.ARRIVED).isPresent();
            case BEGUN -> order.progress().when().begunAt().isPresent();
            case CHECKED_OUT -> reached.filter(at -> at == Step.DONE).isPresent()
                    && order.progress().when().checkedOutAt().isPresent();
            case NO_ACCESS -> order.progress().state() == OrderState.NO_ACCESS;
            case NOT_DONE -> order.progress().state() == OrderState.CANCELLED
                    && reached.filter(at -> at == Step.DONE).isPresent();
            case GIVEN_BACK -> reached.filter(at -> at == Step.GIVEN_BACK).isPresent();
        };
    }

    OrderAnswer take(ServiceOrder order, Offer offer, VisitPath.Next next, Report report) {
        Instant now = clock.instant();
        // The answers first: what was measured counts whether or not the visit may go on.
        Optional<OrderRefusal> against = againstTheAnswers(next, report)
                .or(() -> againstThePlace(order, offer, next.step(), now))
                .or(() -> againstTheMeal(order, offer, report, now));
        if (against.isPresent()) {
            keepWhatWasMeasured(order, offer, report, against.get(), now);
            return OrderAnswer.refused(against.get());
        }
        if (next.asked() == Asked.NOW) {
            visits.answer(offer, Word.of(next.step()), report.answers(), now);
        }
        timeline.save(switch (next.step()) {
            case ON_THE_WAY -> onTheWay(order, offer, report, now);
            case CHECKED_IN -> checkedIn(order, offer, report, now);
            case BEGUN -> begun(order, offer, report, now);
            case CHECKED_OUT -> checkedOut(order, offer, report, now);
            case NO_ACCESS -> noAccess(order, offer, report, now);
            case NOT_DONE -> notDone(order, offer, report, now);
            case GIVEN_BACK -> givenBack(order, offer, report, now);
        });
        tellTeam(order);
        return new OrderAnswer.Done(order.id());
    }

    private Optional<OrderRefusal> againstThePlace(ServiceOrder order, Offer offer, VisitStep step,
            Instant now) {
        return switch (step) {
            case ON_THE_WAY -> order.plan().startsAt().minus(SET_OFF_BEFORE).isAfter(now)
                    ? Optional.of(OrderRefusal.breaks(Rule.TOO_EARLY))
                    : elsewhere(offer);
            case CHECKED_IN -> elsewhere(offer);
            case BEGUN -> team(order).stream().filter(Step.ARRIVED::equals).count() < order.plan().workers()
                    ? Optional.of(OrderRefusal.breaks(Rule.TEAM_NOT_COMPLETE))
                    : Optional.empty();
            case NO_ACCESS -> isColleagueInside(order, offer)
                    ? Optional.of(OrderRefusal.breaks(Rule.SOMEBODY_AT_THE_DOOR))
                    : Optional.empty();
            case CHECKED_OUT, NOT_DONE, GIVEN_BACK -> Optional.empty();
        };
    }

    private boolean isColleagueInside(ServiceOrder order, Offer mine) {
        return offerStore.ofErrand(order.errand()).stream()
                .anyMatch(other -> other.holds() && !other.id().equals(mine.id())
                        && other.step().filter(step -> step == Step.ARRIVED).isPresent());
    }

    // Nobody is in two homes, and whoever is on a call for help finishes that first.
    private Optional<OrderRefusal> elsewhere(Offer offer) {
        boolean called = offerStore.taskOf(offer.responder()).isPresent();
        boolean inside = offerStore.visitsOf(offer.responder()).stream()
                .anyMatch(other -> !other.id().equals(offer.id())
                        && other.step().filter(step -> step == Step.ARRIVED).isPresent());
        return called || inside ? Optional.of(OrderRefusal.breaks(Rule.STILL_ON_A_TASK)) : Optional.empty();
    }

    private static Optional<OrderRefusal> againstTheAnswers(VisitPath.Next next, Report report) {
        return switch (next.asked()) {
            case NOW -> CheckRules.against(next.checks(), report.answers()).map(VisitSteps::refusal);
            case BEFORE -> Optional.empty();
        };
    }

    private Optional<OrderRefusal> againstTheMeal(ServiceOrder order, Offer offer, Report report,
            Instant now) {
        Optional<Instant> cookedNow = Optional.ofNullable(report.answers().get("cooked-at"))
                .flatMap(CheckRules::time);
        if (cookedNow.filter(cooked -> cooked.isAfter(now.plus(CLOCKS_MAY_DIFFER))).isPresent()) {
            return Optional.of(new OrderRefusal.CheckBreaks(Rule.CHECK_OUT_OF_RANGE, "cooked-at", ""));
        }
        if (report.step() != VisitStep.CHECKED_OUT || "yes".equals(report.answers().get("reheated"))) {
            return Optional.empty();
        }
        return visits.answers(order.id().uuid()).stream()
                .filter(answer -> answer.visit().equals(offer.id()) && answer.field().equals("cooked-at"))
                .flatMap(answer -> CheckRules.time(answer.value().reveal()).stream())
                .filter(cooked -> cooked.plus(EATEN_WITHIN).isBefore(now))
                .findFirst()
                .map(cooked -> OrderRefusal.breaks(Rule.MEAL_TOO_OLD));
    }

    // A blood pressure that forbids the bath is the most important one to keep.
    private void keepWhatWasMeasured(ServiceOrder order, Offer offer, Report report, OrderRefusal why,
            Instant now) {
        if (why instanceof OrderRefusal.CheckBreaks check && check.rule() == Rule.CHECK_OUT_OF_RANGE) {
            timeline.save(timeline.write(order, now, OrderEventKind.CHECK_REFUSED,
                    Actor.of(offer.responder()),
                    Map.of("field", check.field(), "limits", check.detail(), "answers", report.answers())));
        }
    }

    private ServiceOrder onTheWay(ServiceOrder order, Offer offer, Report report, Instant now) {
        offers.step(offer, Step.ON_THE_WAY, now);
        ServiceOrder told = write(order, OrderEventKind.ON_THE_WAY, offer, report, now);
        return told.progress().state() == OrderState.ACCEPTED ? told.in(OrderState.ON_THE_WAY) : told;
    }

    private ServiceOrder checkedIn(ServiceOrder order, Offer offer, Report report, Instant now) {
        offers.step(offer, Step.ARRIVED, now);
        prove(order, offer, "checked-in", report, now);
        ServiceOrder told = write(order, OrderEventKind.CHECKED_IN, offer, report, now);
        ServiceOrder there = told.with(told.progress().with(told.progress().when().checkedIn(now))
                .settled(offerStore.openings(order.errand()).isEmpty()
                        ? List.of(Attention.LATE, Attention.NOBODY_ACCEPTED)
                        : List.of(Attention.LATE)));
        news.unsaid(order);
        if (order.progress().when().checkedInAt().isEmpty()) {
            deadlines.set(order.jurisdiction(), order.id().uuid(), DeadlineKind.ORDER_OVERRUN, 0, now
                    .plus(Duration.between(order.plan().startsAt(), order.plan().endsAt()))
                    .plus(OVERRUN_AFTER));
        }
        if (team(order).stream().filter(Step.ARRIVED::equals).count() == order.plan().workers()) {
            deadlines.cancel(order.id().uuid(), DeadlineKind.ORDER_LATE, now, "everybody is there");
        }
        return offerStore.openings(order.errand()).isEmpty() ? there.in(OrderState.CHECKED_IN) : there;
    }

    private ServiceOrder begun(ServiceOrder order, Offer offer, Report report, Instant now) {
        ServiceOrder told = write(order, OrderEventKind.BEGUN, offer, report, now);
        return told
                .with(told.progress().with(OrderState.IN_PROGRESS).with(told.progress().when().begun(now)));
    }

    private ServiceOrder checkedOut(ServiceOrder order, Offer offer, Report report, Instant now) {
        offers.step(offer, Step.DONE, now);
        prove(order, offer, "checked-out", report, now);
        ServiceOrder told = write(order, OrderEventKind.CHECKED_OUT, offer, report, now);
        if (!team(order).isEmpty()) {
            return told;
        }
        offers.withdraw(order.errand(), order.jurisdiction(), now);
        deadlines.cancelAll(order.id().uuid(), now, "checked out");
        deadlines.set(order.jurisdiction(), order.id().uuid(), DeadlineKind.ORDER_UNRATED, 0,
                now.plus(RATE_WITHIN));
        ServiceOrder out = told.with(told.progress().with(OrderState.CHECKED_OUT)
                .with(told.progress().when().checkedOut(now)).settled(List.of(Attention.LATE)));
        return settlement.proved(out, now);
    }

    private ServiceOrder noAccess(ServiceOrder order, Offer offer, Report report, Instant now) {
        prove(order, offer, "no-access", report, now);
        ServiceOrder told = write(order, OrderEventKind.NO_ACCESS, offer, report, now);
        ServiceOrder raised = welfare.nobodyOpened(told, now);
        return ended(settlement.released(raised.in(OrderState.NO_ACCESS), now), now);
    }

    private ServiceOrder notDone(ServiceOrder order, Offer offer, Report report, Instant now) {
        ServiceOrder told = write(order, OrderEventKind.NOT_DONE, offer, report, now);
        ServiceOrder cancelled = settlement
                .released(told.in(OrderState.CANCELLED).wanting(Attention.NOT_DONE), now);
        return ended(cancelled, now);
    }

    private ServiceOrder givenBack(ServiceOrder order, Offer offer, Report report, Instant now) {
        offers.step(offer, Step.GIVEN_BACK, now);
        return asking.again(write(order, OrderEventKind.GIVEN_BACK, offer, report, now), "given-back", now);
    }

    private ServiceOrder ended(ServiceOrder order, Instant now) {
        offerStore.ofErrand(order.errand()).stream().filter(Offer::holds)
                .forEach(held -> offers.step(held, Step.DONE, now));
        return settlement.ended(order, now);
    }

    private void prove(ServiceOrder order, Offer offer, String step, Report report, Instant now) {
        boolean pressed = visits.isPressedWithin(order.resident(), PRESS_COUNTS, now);
        Proof.Evidence evidence = new Proof.Evidence(report.fix(), report.deviceTime(), now, pressed);
        visits.prove(offer, step, evidence, Proof.of(evidence, residents.get(order.resident()).place()));
    }

    private ServiceOrder write(ServiceOrder order, OrderEventKind kind, Offer offer, Report report,
            Instant now) {
        Map<String, Object> body = new TreeMap<>();
        report.note().ifPresent(note -> body.put("note", note));
        report.deviceTime().ifPresent(time -> body.put("deviceTime", time.toString()));
        if (!report.answers().isEmpty()) {
            body.put("answers", report.answers());
        }
        return timeline.write(order, now, kind, Actor.of(offer.responder()), body);
    }

    // How far each of those who hold the order has come.
    private List<Step> team(ServiceOrder order) {
        return offerStore.ofErrand(order.errand()).stream()
                .filter(Offer::holds)
                .flatMap(offer -> offer.step().stream())
                .toList();
    }

    private void tellTeam(ServiceOrder order) {
        for (ResponderId holder : offerStore.holders(order.errand())) {
            feed.tellResponder(order.jurisdiction(), holder, Change.Kind.OFFER, order.id().uuid());
        }
    }

    private static OrderRefusal refusal(Objection objection) {
        return switch (objection) {
            case Objection.Missing(String field) ->
                new OrderRefusal.CheckBreaks(Rule.CHECK_MISSING, field, "");
            case Objection.Unreadable(String field, String wanted) ->
                new OrderRefusal.CheckBreaks(Rule.CHECK_UNREADABLE, field, wanted);
            case Objection.OutOfRange(String field, String limits) ->
                new OrderRefusal.CheckBreaks(Rule.CHECK_OUT_OF_RANGE, field, limits);
        };
    }
}
