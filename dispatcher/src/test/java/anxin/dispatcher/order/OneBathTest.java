package anxin.dispatcher.order;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.catalogue.Service;
import anxin.dispatcher.offer.OfferState;
import anxin.dispatcher.order.OrderRefusal.Rule;
import anxin.dispatcher.resident.Gender;
import anxin.dispatcher.responder.Responder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A bath: two workers from level three, one of the resident's sex, vitals and water before anybody gets wet. */
class OneBathTest extends VisitingTown {

    static final Map<String, String> BEFORE = Map.of("no-hospital-stay", "yes", "skin-intact", "yes",
            "no-tubes",
            "yes", "systolic-before", "132", "diastolic-before", "78", "pulse-before", "72",
            "temperature-before", "36.5",
            "water", "41");
    static final Map<String, String> AFTER = Map.of("systolic-after", "128", "diastolic-after", "76",
            "pulse-after", "80", "temperature-after", "36.7");

    @Test
    void two_workers_begin_together_and_both_leave() {
        Responder gaowa = worker("高娃", 4, Gender.FEMALE, "bath");
        Responder batu = worker("巴图", 6, Gender.MALE, "bath");
        ServiceOrder order = bath(3);
        accept(order, batu);
        assertThat(find(order.id()).progress().state()).isEqualTo(OrderState.OFFERED);
        accept(order, gaowa);
        assertThat(find(order.id()).progress().state()).isEqualTo(OrderState.ACCEPTED);

        passTo("14:00");
        step(order, gaowa, VisitStep.ON_THE_WAY);
        step(order, batu, VisitStep.ON_THE_WAY);
        step(order, gaowa, VisitStep.CHECKED_IN);
        assertThat(step(order, gaowa, VisitStep.BEGUN, BEFORE))
                .isEqualTo(refused(Rule.TEAM_NOT_COMPLETE, ""));
        step(order, batu, VisitStep.CHECKED_IN);
        assertThat(step(order, gaowa, VisitStep.BEGUN, BEFORE)).isEqualTo(done(order));
        assertThat(step(order, gaowa, VisitStep.CHECKED_OUT, AFTER)).isEqualTo(done(order));
        assertThat(find(order.id()).progress().state()).isEqualTo(OrderState.IN_PROGRESS);
        // Measured a second time before the phone knew that the colleague had answered for both.
        assertThat(step(order, batu, VisitStep.CHECKED_OUT, AFTER)).isEqualTo(done(order));

        assertThat(find(order.id()).progress().state()).isEqualTo(OrderState.VERIFIED);
        assertThat(dispatcher.orders().proofs().proofs(order.id().uuid())).hasSize(4);
        assertThat(dispatcher.orders().proofs().answers(order.id().uuid())).hasSize(12);
    }

    @Test
    void below_level_three_one_worker_is_enough() {
        Responder gaowa = worker("高娃", 4, Gender.FEMALE, "bath");
        ServiceOrder order = bath(2);

        accept(order, gaowa);

        assertThat(find(order.id()).progress().state()).isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void two_men_do_not_bathe_a_woman() {
        Responder batu = worker("巴图", 4, Gender.MALE, "bath");
        Responder chaolu = worker("朝鲁", 5, Gender.MALE, "bath");
        ServiceOrder order = bath(3);

        accept(order, batu);

        assertThat(offerOf(order, chaolu).state()).isEqualTo(OfferState.SUPERSEDED);
        assertThat(accept(order, chaolu)).isInstanceOf(OrderAnswer.Refused.class);
        assertThat(dispatcher.offers().openings(order.errand())).hasSize(1)
                .allMatch(opening -> opening.gender().equals(Optional.of(Gender.FEMALE)));
    }

    @Test
    void only_who_has_learnt_it_is_asked() {
        worker("没学过", 1, Gender.FEMALE);
        Responder gaowa = worker("高娃", 9, Gender.FEMALE, "bath");

        ServiceOrder order = bath(2);

        assertThat(offers(order)).hasSize(1).allMatch(offer -> offer.responder().equals(gaowa.id()));
    }

    @Test
    void a_high_blood_pressure_or_hot_water_stops_the_bath_and_is_kept() {
        Responder gaowa = worker("高娃", 4, Gender.FEMALE, "bath");
        ServiceOrder order = bath(2);
        accept(order, gaowa);
        passTo("14:00");
        step(order, gaowa, VisitStep.ON_THE_WAY);
        step(order, gaowa, VisitStep.CHECKED_IN);

        assertThat(step(order, gaowa, VisitStep.BEGUN, with("systolic-before", "185")))
                .isEqualTo(checkRefused(Rule.CHECK_OUT_OF_RANGE, "systolic-before", "90-160 mmHg"));
        assertThat(step(order, gaowa, VisitStep.BEGUN, with("water", "43")))
                .isEqualTo(checkRefused(Rule.CHECK_OUT_OF_RANGE, "water", "40-42 °C"));
        assertThat(step(order, gaowa, VisitStep.BEGUN, Map.of("water", "41")))
                .isEqualTo(checkRefused(Rule.CHECK_MISSING, "no-hospital-stay", ""));
        assertThat(find(order.id()).progress().state()).isEqualTo(OrderState.CHECKED_IN);
        assertThat(story(order)).filteredOn(OrderEventKind.CHECK_REFUSED::equals).hasSize(2);

        assertThat(step(order, gaowa, VisitStep.NOT_DONE)).isEqualTo(done(order));
        assertThat(find(order.id()).progress().attention()).contains(Attention.NOT_DONE);
        assertThat(find(order.id()).progress().money()).isEqualTo(Money.RELEASED);
    }

    @Test
    void without_a_valid_assessment_nobody_knows_how_many_are_needed() {
        entitle(qimuge, Service.BATH, "home-bed");

        assertThat(dispatcher.orders().orders().place(visit(qimuge, Service.BATH, "14:00", Optional.empty()),
                operator))
                .isEqualTo(refused(Rule.NO_ASSESSMENT, ""));
    }

    @Test
    void a_way_to_the_doctor_wants_an_appointment_and_ends_with_its_result() {
        Responder gaowa = worker("高娃", 4, Gender.FEMALE, "medical");
        entitle(qimuge, Service.MEDICAL, "care-insurance");
        assertThat(dispatcher.orders().orders()
                .place(visit(qimuge, Service.MEDICAL, "14:00", Optional.empty()), operator))
                .isEqualTo(refused(Rule.APPOINTMENT_MISSING, ""));
        ServiceOrder order = place(visit(qimuge, Service.MEDICAL, "14:00",
                Optional.of("{\"department\":\"心内科\",\"hospital\":\"旗医院\"}")));
        accept(order, gaowa);
        passTo("14:00");
        step(order, gaowa, VisitStep.ON_THE_WAY);
        step(order, gaowa, VisitStep.CHECKED_IN);
        step(order, gaowa, VisitStep.BEGUN, Map.of("documents", "yes"));

        assertThat(step(order, gaowa, VisitStep.CHECKED_OUT, Map.of("home-safe", "yes")))
                .isEqualTo(checkRefused(Rule.CHECK_MISSING, "result", ""));
        assertThat(step(order, gaowa, VisitStep.CHECKED_OUT,
                Map.of("home-safe", "yes", "result", "复查正常，三个月后再来")))
                .isEqualTo(done(order));

        assertThat(find(order.id()).progress().state()).isEqualTo(OrderState.VERIFIED);
    }

    private ServiceOrder bath(int level) {
        entitle(qimuge, Service.BATH, "home-bed");
        assess(qimuge, level);
        return place(visit(qimuge, Service.BATH, "14:00", Optional.empty()));
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> answers = new HashMap<>(BEFORE);
        answers.put(field, value);
        return answers;
    }
}
