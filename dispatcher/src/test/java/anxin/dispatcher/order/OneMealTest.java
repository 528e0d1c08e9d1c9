package anxin.dispatcher.order;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.catalogue.Service;
import anxin.dispatcher.incident.AlarmType;
import anxin.dispatcher.incident.Incident;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferState;
import anxin.dispatcher.order.OrderRefusal.Rule;
import anxin.dispatcher.order.ServiceOrder.Complaint;
import anxin.dispatcher.resident.Gender;
import anxin.dispatcher.responder.Responder;
import anxin.dispatcher.wallet.Fen;
import anxin.dispatcher.wallet.Payment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A lunch: who may have it, who brings it, how it is proved, what it costs whom. */
class OneMealTest extends VisitingTown {

    @Test
    void a_lunch_goes_all_the_way_and_is_paid_to_the_fen() {
        Responder near = worker("近", 4, Gender.FEMALE);
        ServiceOrder order = lunch();
        assertThat(accept(order, near)).isEqualTo(done(order));

        passTo("11:20");
        step(order, near, VisitStep.ON_THE_WAY, Map.of("cooked-at", at("11:05").toString()));
        passTo("11:31");
        step(order, near, VisitStep.CHECKED_IN);
        assertThat(step(order, near, VisitStep.CHECKED_OUT, Map.of("handed-over", "yes")))
                .isEqualTo(done(order));

        ServiceOrder eaten = find(order.id());
        assertThat(eaten.progress().state()).isEqualTo(OrderState.VERIFIED);
        assertThat(eaten.progress().money()).isEqualTo(Money.CAPTURED);
        assertThat(eaten.progress().score()).contains(80);
        assertThat(dispatcher.orders().wallet().costOf(order.id().uuid())).containsExactly(
                new Payment("meal-subsidy", Fen.of(800)), new Payment("voucher", Fen.of(700)));
        assertThat(story(order)).containsExactly(OrderEventKind.REQUESTED, OrderEventKind.ASSESSED,
                OrderEventKind.HELD,
                OrderEventKind.SCHEDULED, OrderEventKind.OFFERED, OrderEventKind.ACCEPTED,
                OrderEventKind.ON_THE_WAY,
                OrderEventKind.CHECKED_IN, OrderEventKind.CHECKED_OUT, OrderEventKind.VERIFIED,
                OrderEventKind.CAPTURED);
    }

    @Test
    void no_lunch_outside_its_hours_without_entitlement_or_against_a_diet() {
        assertThat(dispatcher.orders().orders().place(lunch(qimuge, "11:30", noodles), operator))
                .isEqualTo(refused(Rule.NO_ENTITLEMENT, ""));
        entitle(qimuge, Service.MEAL, "meal-subsidy");

        assertThat(dispatcher.orders().orders().place(lunch(qimuge, "15:10", noodles), operator))
                .isEqualTo(refused(Rule.OUTSIDE_WINDOW, "06:00-09:00, 11:00-13:30, 17:30-19:30"));
        assertThat(dispatcher.orders().orders().place(lunch(qimuge, "11:30", cake), operator))
                .isEqualTo(refused(Rule.DIETARY_LIMIT, "diabetes: sugar"));
        passTo("11:10");
        assertThat(dispatcher.orders().orders().place(lunch(qimuge, "11:30", noodles), operator))
                .isEqualTo(refused(Rule.TOO_LATE, "11:40"));
    }

    @Test
    void what_no_source_covers_wants_a_word_and_a_refusal_leaves_nothing_behind() {
        entitle(qimuge, Service.MEAL, "meal-subsidy");
        grant(qimuge, "voucher", 200);

        assertThat(dispatcher.orders().orders().place(lunch(qimuge, "11:30", noodles), operator))
                .isEqualTo(refused(Rule.SELF_PAY_NOT_CONFIRMED, "500 fen"));

        assertThat(dispatcher.orders().wallet().balance(qimuge.id(), TODAY)).hasSize(1)
                .allMatch(lot -> lot.left().equals(Fen.of(200)));
        long orders = dispatcher.sql().get("SELECT count(*) AS n FROM service_order",
                row -> row.bigNumber("n"));
        assertThat(orders).isZero();
    }

    @Test
    void the_same_lunch_again_is_refused_by_its_number() {
        ServiceOrder order = lunch();

        assertThat(dispatcher.orders().orders().place(lunch(qimuge, "12:00", noodles), operator))
                .isEqualTo(refused(Rule.ALREADY_ORDERED, order.number()));
    }

    @Test
    void nobody_opens_and_it_becomes_a_welfare_incident() {
        Responder near = worker("近", 4, Gender.FEMALE);
        ServiceOrder order = lunch();
        accept(order, near);
        passTo("11:20");
        step(order, near, VisitStep.ON_THE_WAY, Map.of("cooked-at", at("11:05").toString()));

        assertThat(step(order, near, VisitStep.NO_ACCESS)).isEqualTo(done(order));

        ServiceOrder ended = find(order.id());
        assertThat(ended.progress().state()).isEqualTo(OrderState.NO_ACCESS);
        assertThat(ended.progress().money()).isEqualTo(Money.RELEASED);
        Incident welfare = dispatcher.incidents().store().find(ended.progress().incident().orElseThrow())
                .orElseThrow();
        assertThat(welfare.type()).isEqualTo(AlarmType.MEAL_UNANSWERED);
        assertThat(welfare.resident()).contains(qimuge.id());
        assertThat(dispatcher.offers().visitsOf(near.id())).isEmpty();
        assertThat(dispatcher.orders().wallet().balance(qimuge.id(), TODAY))
                .allMatch(lot -> lot.left().equals(Fen.of(10_000)));
    }

    @Test
    void a_step_sent_twice_has_one_effect_and_a_step_too_many_is_refused() {
        Responder near = worker("近", 4, Gender.FEMALE);
        ServiceOrder order = lunch();
        accept(order, near);
        passTo("11:20");
        Map<String, String> cooked = Map.of("cooked-at", at("11:05").toString());
        step(order, near, VisitStep.ON_THE_WAY, cooked);
        List<OrderEventKind> before = story(order);

        assertThat(step(order, near, VisitStep.ON_THE_WAY, cooked)).isEqualTo(done(order));
        assertThat(accept(order, near)).isEqualTo(done(order));
        assertThat(step(order, near, VisitStep.CHECKED_OUT, Map.of("handed-over", "yes")))
                .isEqualTo(refused(Rule.STEP_OUT_OF_ORDER, "on-the-way"));

        assertThat(story(order)).isEqualTo(before);
    }

    @Test
    void a_meal_cooked_long_ago_must_be_heated_again() {
        Responder near = worker("近", 4, Gender.FEMALE);
        ServiceOrder order = lunch();
        accept(order, near);
        passTo("11:20");
        step(order, near, VisitStep.ON_THE_WAY, Map.of("cooked-at", at("09:15").toString()));
        step(order, near, VisitStep.CHECKED_IN);

        assertThat(step(order, near, VisitStep.CHECKED_OUT, Map.of("handed-over", "yes", "reheated", "no")))
                .isEqualTo(refused(Rule.MEAL_TOO_OLD, ""));
        assertThat(step(order, near, VisitStep.CHECKED_OUT, Map.of("handed-over", "yes", "reheated", "yes")))
                .isEqualTo(done(order));
    }

    @Test
    void a_weak_proof_is_paid_by_a_named_person_or_not_at_all() {
        Responder near = worker("近", 4, Gender.FEMALE);
        ServiceOrder order = lunch();
        accept(order, near);
        passTo("11:20");
        step(order, near, VisitStep.ON_THE_WAY, Map.of("cooked-at", at("11:05").toString()));
        report(order, near, VisitStep.CHECKED_IN, Map.of(), Optional.of(fix(39.70, 109.78, 20)),
                Optional.empty());
        step(order, near, VisitStep.CHECKED_OUT, Map.of("handed-over", "yes"));
        assertThat(find(order.id()).progress().attention()).contains(Attention.WEAK_PROOF);
        assertThat(find(order.id()).progress().money()).isEqualTo(Money.HELD);

        dispatcher.orders().orders().review(order.id(), operator, Settlement.Decision.ACCEPTED, "电话核实，餐已收到");

        assertThat(find(order.id()).progress().state()).isEqualTo(OrderState.VERIFIED);
        assertThat(
                dispatcher.orders().orders().review(order.id(), operator, Settlement.Decision.REJECTED, "再看"))
                .isEqualTo(refused(Rule.NOTHING_TO_REVIEW, ""));
    }

    @Test
    void it_is_rated_once_and_unrated_is_not_good() {
        Responder near = worker("近", 4, Gender.FEMALE);
        ServiceOrder order = lunch();
        accept(order, near);
        passTo("11:20");
        step(order, near, VisitStep.ON_THE_WAY, Map.of("cooked-at", at("11:05").toString()));
        step(order, near, VisitStep.CHECKED_IN);
        step(order, near, VisitStep.CHECKED_OUT, Map.of("handed-over", "yes"));
        clock.pass(VisitSteps.RATE_WITHIN);
        fireDue();
        assertThat(find(order.id()).progress().attention()).contains(Attention.UNRATED);

        assertThat(
                dispatcher.orders().orders().rate(order.id(), operator, 4, Complaint.NONE, Optional.of("热乎")))
                .isEqualTo(done(order));

        assertThat(find(order.id()).progress().attention()).isEmpty();
        assertThat(
                dispatcher.orders().orders().rate(order.id(), operator, 1, Complaint.MADE, Optional.empty()))
                .isEqualTo(refused(Rule.ALREADY_RATED, ""));
    }

    @Test
    void a_cancelled_lunch_gives_the_money_back_and_frees_the_worker() {
        Responder near = worker("近", 4, Gender.FEMALE);
        ServiceOrder order = lunch();
        accept(order, near);

        dispatcher.orders().orders().cancel(order.id(), operator, "resident", "儿子带饭来了");

        assertThat(find(order.id()).progress().money()).isEqualTo(Money.RELEASED);
        assertThat(dispatcher.offers().visitsOf(near.id())).isEmpty();
        assertThat(pendingDeadlines(order)).isZero();
        assertThat(place(lunch(qimuge, "12:00", noodles)).number()).isNotEqualTo(order.number());
    }

    @Test
    void nobody_comes_and_somebody_is_told_every_time_later() {
        ServiceOrder order = lunch();
        assertThat(find(order.id()).progress().attention()).contains(Attention.NOBODY_TO_ASK);

        passTo("11:40");
        assertThat(find(order.id()).progress().attention()).contains(Attention.NOBODY_ACCEPTED);
        passTo("12:00");
        assertThat(story(order)).contains(OrderEventKind.RESIDENT_TOLD);
        assertThat(dispatcher.notifications().ofSubject(order.id().uuid())).hasSize(1);
        passTo("12:30");

        Incident welfare = dispatcher.incidents().store()
                .find(find(order.id()).progress().incident().orElseThrow())
                .orElseThrow();
        assertThat(welfare.type()).isEqualTo(AlarmType.VISIT_MISSED);
        assertThat(pendingDeadlines(order)).isPositive();
    }

    @Test
    void somebody_who_gives_back_is_replaced_and_the_reason_is_said() {
        Responder near = worker("近", 4, Gender.FEMALE);
        ServiceOrder order = lunch();
        accept(order, near);
        Responder other = worker("另", 6, Gender.MALE);

        step(order, near, VisitStep.GIVEN_BACK);

        Offer again = offerOf(order, other);
        assertThat(again.state()).isEqualTo(OfferState.SENT);
        assertThat(again.why()).contains("given-back");
        assertThat(find(order.id()).progress().state()).isEqualTo(OrderState.OFFERED);
        assertThat(accept(order, other)).isEqualTo(done(order));
    }

    @Test
    void one_worker_carries_two_lunches_at_two_times_and_not_at_one() {
        Responder near = worker("近", 4, Gender.FEMALE);
        ServiceOrder first = lunch();
        accept(first, near);
        var xiulan = town.resident("王秀兰");
        entitle(xiulan, Service.MEAL, "meal-subsidy");
        grant(xiulan, "voucher", 10_000);

        ServiceOrder sameTime = place(lunch(xiulan, "11:40", noodles));
        assertThat(offers(sameTime)).isEmpty();
        dispatcher.orders().orders().cancel(sameTime.id(), operator, "centre", "改时间");

        ServiceOrder later = place(lunch(xiulan, "11:50", noodles));
        assertThat(accept(later, near)).isEqualTo(done(later));
    }

    @Test
    void two_hundred_racing_acceptances_have_one_holder() throws Exception {
        List<Responder> racers = List.of(worker("一", 2, Gender.FEMALE), worker("二", 3, Gender.FEMALE),
                worker("三", 4, Gender.FEMALE));
        entitle(qimuge, Service.MEAL, "meal-subsidy");
        grant(qimuge, "voucher", 1_000_000);
        for (int round = 0; round < 67; round++) {
            ServiceOrder order = place(lunch(qimuge, "11:30", noodles));

            List<OrderAnswer> answers = Racing.all(racers.stream()
                    .<Supplier<OrderAnswer>>map(racer -> () -> accept(order, racer)).toList());

            assertThat(answers).filteredOn(OrderAnswer.Done.class::isInstance).hasSize(1);
            assertThat(dispatcher.offers().holders(order.errand())).hasSize(1);
            dispatcher.orders().orders().cancel(order.id(), operator, "centre", "再来");
        }
    }
}
