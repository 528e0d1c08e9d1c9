package anxin.dispatcher.order;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.catalogue.Service;
import anxin.dispatcher.incident.Answer;
import anxin.dispatcher.incident.Incident;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferState;
import anxin.dispatcher.order.OrderRefusal.Rule;
import anxin.dispatcher.order.ServiceOrder.Complaint;
import anxin.dispatcher.order.Settlement.Decision;
import anxin.dispatcher.resident.Gender;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.responder.Responder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What went wrong once when people really used it. */
class FoundInTheFieldTest extends VisitingTown {

    @Test
    void the_next_carrier_answers_for_their_own_meal() {
        Responder near = worker("近", 3, Gender.FEMALE);
        ServiceOrder order = lunch();
        accept(order, near);
        passTo("11:20");
        step(order, near, VisitStep.ON_THE_WAY, Map.of("cooked-at", at("09:25").toString()));
        Responder other = worker("另", 5, Gender.FEMALE);
        step(order, near, VisitStep.GIVEN_BACK);
        accept(order, other);

        assertThat(step(order, other, VisitStep.ON_THE_WAY))
                .isEqualTo(checkRefused(Rule.CHECK_MISSING, "cooked-at", ""));
        step(order, other, VisitStep.ON_THE_WAY, Map.of("cooked-at", at("11:18").toString()));
        step(order, other, VisitStep.CHECKED_IN);

        assertThat(step(order, other, VisitStep.CHECKED_OUT, Map.of("handed-over", "yes")))
                .isEqualTo(done(order));
    }

    @Test
    void a_meal_is_not_cooked_in_the_future() {
        Responder near = worker("近", 3, Gender.FEMALE);
        ServiceOrder order = lunch();
        accept(order, near);
        passTo("11:20");

        assertThat(step(order, near, VisitStep.ON_THE_WAY, Map.of("cooked-at", at("12:00").toString())))
                .isEqualTo(checkRefused(Rule.CHECK_OUT_OF_RANGE, "cooked-at", ""));
    }

    @Test
    void the_weak_proof_of_somebody_who_left_does_not_count() {
        Responder near = worker("近", 3, Gender.FEMALE);
        ServiceOrder order = lunch();
        accept(order, near);
        passTo("11:20");
        step(order, near, VisitStep.ON_THE_WAY, Map.of("cooked-at", at("11:10").toString()));
        report(order, near, VisitStep.CHECKED_IN, Map.of(), Optional.empty(), Optional.empty());
        Responder other = worker("另", 5, Gender.FEMALE);
        acceptSos(press("王秀兰"), near);
        accept(order, other);
        step(order, other, VisitStep.ON_THE_WAY, Map.of("cooked-at", at("11:10").toString()));
        step(order, other, VisitStep.CHECKED_IN);
        step(order, other, VisitStep.CHECKED_OUT, Map.of("handed-over", "yes"));

        assertThat(find(order.id()).progress().state()).isEqualTo(OrderState.VERIFIED);
    }

    @Test
    void money_that_waits_for_a_decision_has_a_clock_and_a_complaint_comes_after_it() {
        Responder near = worker("近", 3, Gender.FEMALE);
        ServiceOrder order = lunch();
        accept(order, near);
        passTo("11:20");
        step(order, near, VisitStep.ON_THE_WAY, Map.of("cooked-at", at("11:10").toString()));
        report(order, near, VisitStep.CHECKED_IN, Map.of(), Optional.empty(), Optional.empty());
        step(order, near, VisitStep.CHECKED_OUT, Map.of("handed-over", "yes"));
        dispatcher.orders().orders().rate(order.id(), operator, 2, Complaint.MADE, Optional.of("凉了"));
        assertThat(find(order.id()).progress().attention()).contains(Attention.WEAK_PROOF);
        assertThat(pendingDeadlines(order)).isPositive();

        clock.pass(Duration.ofHours(25));
        fireDue();
        assertThat(story(order)).filteredOn(OrderEventKind.REVIEW_DUE::equals).hasSize(2);

        dispatcher.orders().orders().review(order.id(), operator, Decision.ACCEPTED, "电话核实");
        assertThat(find(order.id()).progress().attention()).contains(Attention.COMPLAINT);
        assertThat(pendingDeadlines(order)).isZero();
    }

    @Test
    void nobody_is_in_the_bath_and_on_the_way_to_the_doctor() {
        worker("高娃", 4, Gender.FEMALE, "bath", "medical");
        entitle(qimuge, Service.BATH, "home-bed");
        entitle(qimuge, Service.MEDICAL, "care-insurance");
        assess(qimuge, 1);
        ServiceOrder bath = place(visit(qimuge, Service.BATH, "14:00", Optional.empty()));

        assertThat(dispatcher.orders().orders()
                .place(visit(qimuge, Service.MEDICAL, "14:30", Optional.of("{}")), operator))
                .isEqualTo(refused(Rule.ALREADY_ORDERED, bath.number()));
    }

    @Test
    void one_of_two_at_the_door_keeps_the_clock_for_the_other_and_nobody_says_that_nobody_opens() {
        Responder gaowa = worker("高娃", 4, Gender.FEMALE, "bath");
        Responder batu = worker("巴图", 6, Gender.MALE, "bath");
        entitle(qimuge, Service.BATH, "home-bed");
        assess(qimuge, 4);
        ServiceOrder order = place(visit(qimuge, Service.BATH, "14:00", Optional.empty()));
        accept(order, gaowa);
        accept(order, batu);
        passTo("13:50");
        step(order, gaowa, VisitStep.ON_THE_WAY);
        step(order, batu, VisitStep.ON_THE_WAY);
        step(order, gaowa, VisitStep.CHECKED_IN);

        assertThat(step(order, batu, VisitStep.NO_ACCESS)).isEqualTo(refused(Rule.SOMEBODY_AT_THE_DOOR, ""));
        passTo("14:10");
        assertThat(find(order.id()).progress().attention()).contains(Attention.LATE);
        passTo("15:30");
        assertThat(find(order.id()).progress().incident()).isEmpty();
        assertThat(dispatcher.notifications().ofSubject(order.id().uuid())).isEmpty();
    }

    @Test
    void the_desk_takes_a_visit_from_a_dead_phone() {
        Responder near = worker("近", 3, Gender.FEMALE);
        ServiceOrder order = lunch();
        accept(order, near);
        Responder other = worker("另", 5, Gender.FEMALE);

        assertThat(dispatcher.orders().orders().takeBack(order.id(), operator, near.id(), "电话打不通"))
                .isEqualTo(done(order));

        assertThat(dispatcher.offers().visitsOf(near.id())).isEmpty();
        assertThat(offerOf(order, other).state()).isEqualTo(OfferState.SENT);
        assertThat(dispatcher.orders().orders().takeBack(order.id(), operator, near.id(), "再来"))
                .isEqualTo(refused(Rule.NOT_THEIRS, ""));
    }

    @Test
    void a_visit_that_nobody_checked_out_of_is_ended_by_a_named_person() {
        Responder near = worker("近", 3, Gender.FEMALE);
        ServiceOrder order = lunch();
        accept(order, near);
        passTo("11:20");
        step(order, near, VisitStep.ON_THE_WAY, Map.of("cooked-at", at("11:10").toString()));
        step(order, near, VisitStep.CHECKED_IN);
        assertThat(dispatcher.orders().orders().review(order.id(), operator, Decision.ACCEPTED, "太早"))
                .isEqualTo(refused(Rule.NOTHING_TO_REVIEW, ""));
        passTo("12:30");

        assertThat(dispatcher.orders().orders().review(order.id(), operator, Decision.ACCEPTED, "手机没电，餐已送到"))
                .isEqualTo(done(order));

        assertThat(find(order.id()).progress().state()).isEqualTo(OrderState.VERIFIED);
        assertThat(dispatcher.offers().visitsOf(near.id())).isEmpty();
    }

    @Test
    void the_resident_is_told_who_moved_when_somebody_really_comes() {
        Responder near = worker("近", 3, Gender.FEMALE);
        ServiceOrder order = lunch();
        accept(order, near);
        passTo("11:20");
        acceptSos(press("王秀兰"), near);
        assertThat(dispatcher.notifications().ofSubject(order.id().uuid())).isEmpty();

        Responder other = worker("另", 5, Gender.FEMALE);
        passTo("11:25");
        accept(order, other);

        assertThat(dispatcher.notifications().ofSubject(order.id().uuid())).hasSize(1);
    }

    @Test
    void who_goes_to_a_call_for_help_says_no_to_the_meals_they_were_asked_for() {
        Responder near = worker("近", 3, Gender.FEMALE);
        ServiceOrder order = lunch();
        Responder other = worker("另", 5, Gender.FEMALE);

        acceptSos(press("王秀兰"), near);

        assertThat(offerOf(order, near).state()).isEqualTo(OfferState.DECLINED);
        assertThat(offerOf(order, other).state()).isEqualTo(OfferState.SENT);
    }

    @Test
    void a_visit_diverted_late_is_awaited_as_anew() {
        Responder near = worker("近", 3, Gender.FEMALE);
        ServiceOrder order = lunch();
        accept(order, near);
        passTo("12:45");
        step(order, near, VisitStep.ON_THE_WAY, Map.of("cooked-at", at("12:40").toString()));
        step(order, near, VisitStep.CHECKED_IN);
        int before = dispatcher.notifications().ofSubject(order.id().uuid()).size();

        acceptSos(press("王秀兰"), near);
        passTo("12:56");

        assertThat(dispatcher.notifications().ofSubject(order.id().uuid())).hasSize(before);
    }

    private Incident press(String name) {
        Resident resident = town.resident(name);
        var band = town.wristband("wb-" + resident.id().uuid(), resident);
        return dispatcher.incidents().store()
                .find(dispatcher.incidents().incidents().raise(town.press(band)).incident()).orElseThrow();
    }

    private void acceptSos(Incident incident, Responder worker) {
        Offer offer = dispatcher.offers().ofErrand(incident.errand()).stream()
                .filter(each -> each.responder().equals(worker.id())).findFirst().orElseThrow();
        assertThat(dispatcher.incidents().help().accept(offer.id(), worker.id()))
                .isEqualTo(new Answer.Done());
    }
}
