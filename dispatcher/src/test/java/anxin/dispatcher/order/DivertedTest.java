package anxin.dispatcher.order;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.catalogue.Service;
import anxin.dispatcher.incident.Answer;
import anxin.dispatcher.incident.Help;
import anxin.dispatcher.incident.HelpTrack;
import anxin.dispatcher.incident.Incident;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferState;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.resident.Gender;
import anxin.dispatcher.responder.Responder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A call for help takes somebody from a meal run, never from a bath; the meal is offered again with the reason. */
class DivertedTest extends VisitingTown {

    @Test
    void an_sos_takes_somebody_from_a_meal_run_and_the_meal_goes_to_another() {
        Responder near = worker("近", 3, Gender.FEMALE);
        ServiceOrder order = lunch();
        accept(order, near);
        passTo("11:20");
        step(order, near, VisitStep.ON_THE_WAY, Map.of("cooked-at", at("11:05").toString()));
        Responder other = worker("另", 9, Gender.FEMALE);
        Incident sos = press("王秀兰", "wb-1");

        assertThat(acceptSos(sos, near)).isEqualTo(new Answer.Done());

        assertThat(incident(sos).help()).isInstanceOf(HelpTrack.Coming.class);
        assertThat(dispatcher.offers().visitsOf(near.id())).isEmpty();
        assertThat(story(order)).contains(OrderEventKind.DIVERTED);
        Offer again = offerOf(order, other);
        assertThat(again.why()).contains("diverted");
        assertThat(again.state()).isEqualTo(OfferState.SENT);
        assertThat(accept(order, other)).isEqualTo(done(order));
        assertThat(dispatcher.notifications().ofSubject(order.id().uuid())).hasSize(1);
    }

    @Test
    void nobody_is_taken_from_a_bath_in_progress() {
        Responder gaowa = worker("高娃", 3, Gender.FEMALE, "bath");
        entitle(qimuge, Service.BATH, "home-bed");
        assess(qimuge, 1);
        ServiceOrder order = place(visit(qimuge, Service.BATH, "14:00", Optional.empty()));
        accept(order, gaowa);
        passTo("14:00");
        step(order, gaowa, VisitStep.ON_THE_WAY);
        Incident before = press("王秀兰", "wb-1");
        step(order, gaowa, VisitStep.CHECKED_IN);

        assertThat(acceptSos(before, gaowa)).isInstanceOf(Answer.Refused.class);

        Incident during = press("李玉珍", "wb-2");
        assertThat(dispatcher.offers().ofErrand(during.errand()))
                .noneMatch(offer -> offer.responder().equals(gaowa.id()));
        assertThat(dispatcher.offers().visitsOf(gaowa.id())).hasSize(1);
    }

    @Test
    void a_visit_that_begins_soon_is_given_to_another_and_a_later_one_is_kept() {
        Responder near = worker("近", 3, Gender.FEMALE);
        ServiceOrder soon = lunch();
        accept(soon, near);
        ServiceOrder evening = place(lunch(qimuge, "18:00", noodles));
        accept(evening, near);
        passTo("11:00");

        acceptSos(press("王秀兰", "wb-1"), near);

        assertThat(dispatcher.offers().visitsOf(near.id())).extracting(Offer::errand)
                .containsExactly(evening.errand());
        assertThat(find(soon.id()).progress().state()).isEqualTo(OrderState.OFFERED);
    }

    @Test
    void after_the_call_for_help_the_same_person_may_be_asked_again() {
        Responder near = worker("近", 3, Gender.FEMALE);
        ServiceOrder order = lunch();
        accept(order, near);
        passTo("11:00");
        Incident sos = press("王秀兰", "wb-1");
        acceptSos(sos, near);
        assertThat(offers(order)).hasSize(1);

        Offer task = dispatcher.offers().taskOf(near.id()).orElseThrow();
        for (Step step : List.of(Step.ARRIVED, Step.DONE)) {
            dispatcher.incidents().help().step(task.id(), near.id(),
                    new Help.StepReport(step, Optional.of("好了"), Optional.empty()));
        }
        passTo("11:10");

        assertThat(offerOf(order, near).state()).isEqualTo(OfferState.SENT);
        assertThat(accept(order, near)).isEqualTo(done(order));
    }

    @Test
    void accepting_an_sos_and_a_meal_at_the_same_moment_never_leaves_somebody_in_two_places()
            throws Exception {
        Responder near = worker("近", 3, Gender.FEMALE);
        entitle(qimuge, Service.MEAL, "meal-subsidy");
        grant(qimuge, "voucher", 1_000_000);
        for (int round = 0; round < 40; round++) {
            ServiceOrder order = place(lunch(qimuge, "11:00", noodles));
            Incident sos = press("王秀兰" + round, "wb-race-" + round);

            Racing.all(List.<Supplier<Object>>of(() -> accept(order, near), () -> acceptSos(sos, near)));

            boolean helps = dispatcher.offers().taskOf(near.id()).isPresent();
            boolean carries = !dispatcher.offers().visitsOf(near.id()).isEmpty();
            assertThat(helps).isTrue();
            // Begins in an hour: carried on unless it was already held when the call was accepted and begins soon.
            assertThat(carries && find(order.id()).progress().state() == OrderState.OFFERED).isFalse();
            free(near, sos, order);
        }
    }

    private void free(Responder worker, Incident sos, ServiceOrder order) {
        Offer task = dispatcher.offers().taskOf(worker.id()).orElseThrow();
        for (Step step : List.of(Step.ARRIVED, Step.DONE)) {
            dispatcher.incidents().help().step(task.id(), worker.id(),
                    new Help.StepReport(step, Optional.of("好了"), Optional.empty()));
        }
        assertThat(dispatcher.offers().taskOf(worker.id())).isEmpty();
        assertThat(incident(sos).help()).isInstanceOf(HelpTrack.Done.class);
        dispatcher.orders().orders().cancel(order.id(), operator, "centre", "再来");
    }

    private Incident press(String name, String band) {
        var device = town.wristband(band, town.resident(name));
        return dispatcher.incidents().store()
                .find(dispatcher.incidents().incidents().raise(town.press(device)).incident()).orElseThrow();
    }

    private Incident incident(Incident before) {
        return dispatcher.incidents().store().find(before.id()).orElseThrow();
    }

    private Answer acceptSos(Incident incident, Responder worker) {
        Offer offer = dispatcher.offers().ofErrand(incident.errand()).stream()
                .filter(each -> each.responder().equals(worker.id())).findFirst().orElseThrow();
        return dispatcher.incidents().help().accept(offer.id(), worker.id());
    }
}
