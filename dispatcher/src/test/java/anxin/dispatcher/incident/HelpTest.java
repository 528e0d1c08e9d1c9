package anxin.dispatcher.incident;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.device.Device;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferState;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.responder.Duty;
import anxin.dispatcher.responder.Responder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People who are asked: one goes, the others are told, nobody is in two places. */
class HelpTest extends InTheTown {

    @Test
    void K3_an_acceptance_stops_the_asking_and_not_the_clock_to_the_duty_leader() {
        Responder near = town.minutesAway("near", 3);
        town.minutesAway("middle", 6);
        Incident incident = open();

        accept(incident, near);
        passAndFire(Duration.ofSeconds(100));

        assertThat(offers(incident)).hasSize(2);
        assertThat(kinds(incident.id())).contains(EventKind.DUTY_LEADER_TOLD);
        assertThat(find(incident.id()).help()).isInstanceOf(HelpTrack.Coming.class);
    }

    @Test
    void K9_two_hundred_racing_acceptances_have_one_holder_and_the_others_know_who() throws Exception {
        for (int i = 0; i < 8; i++) {
            town.minutesAway("racer " + i, 2 + i);
        }
        for (int round = 0; round < 25; round++) {
            Incident incident = open();
            clock.pass(Duration.ofSeconds(61));
            fireDue();
            List<Answer> answers = race(offers(incident));

            assertThat(answers).filteredOn(Answer.Done.class::isInstance).hasSize(1);
            HelpTrack.Coming coming = (HelpTrack.Coming) find(incident.id()).help();
            assertThat(answers).filteredOn(Answer.Refused.class::isInstance)
                    .hasSize(7)
                    .containsOnly(new Answer.Refused(new Refusal.AlreadyTaken(coming.responder())));
            finish(incident, coming);
        }
    }

    @Test
    void a_refusal_is_replaced_at_once() {
        Responder near = town.minutesAway("near", 3);
        town.minutesAway("second", 4);
        town.minutesAway("third", 5);
        Responder fourth = town.minutesAway("fourth", 6);
        Incident incident = open();

        dispatcher.incidents().help().decline(offerOf(incident, near).id(), near.id(), "busy-with-resident");

        assertThat(offers(incident)).extracting(Offer::responder).contains(fourth.id());
    }

    @Test
    void D2_who_has_arrived_stays_until_it_is_done() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        accept(incident, near);
        step(incident, near, Step.ARRIVED, Optional.empty());

        Answer givenBack = step(incident, near, Step.GIVEN_BACK, Optional.of("另有任务"));

        assertThat(givenBack).isInstanceOf(Answer.Refused.class);
        assertThat(find(incident.id()).help()).isEqualTo(new HelpTrack.OnScene(near.id()));
    }

    @Test
    void an_acceptance_sent_again_later_changes_nothing() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        accept(incident, near);
        step(incident, near, Step.ARRIVED, Optional.empty());
        step(incident, near, Step.DONE, Optional.of("无碍"));

        assertThat(accept(incident, near)).isEqualTo(new Answer.Done());
        assertThat(find(incident.id()).help()).isEqualTo(new HelpTrack.Done(near.id()));
    }

    @Test
    void an_errand_given_back_is_offered_to_others() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        accept(incident, near);
        Responder other = town.minutesAway("other", 4);

        step(incident, near, Step.GIVEN_BACK, Optional.of("车坏了"));

        assertThat(find(incident.id()).help()).isEqualTo(new HelpTrack.Asking());
        assertThat(offerOf(incident, other).state()).isEqualTo(OfferState.SENT);
        assertThat(accept(incident, other)).isEqualTo(new Answer.Done());
    }

    @Test
    void who_was_told_that_somebody_else_goes_is_asked_again_when_that_somebody_gives_back() {
        Responder near = town.minutesAway("near", 3);
        Responder second = town.minutesAway("second", 4);
        Incident incident = open();
        accept(incident, near);
        assertThat(offerOf(incident, second).state()).isEqualTo(OfferState.SUPERSEDED);

        step(incident, near, Step.GIVEN_BACK, Optional.of("车坏了"));

        assertThat(offers(incident)).anyMatch(
                offer -> offer.responder().equals(second.id()) && offer.state() == OfferState.SENT);
        assertThat(offers(incident)).noneMatch(
                offer -> offer.responder().equals(near.id()) && offer.state() == OfferState.SENT);
    }

    @Test
    void nobody_goes_on_two_errands_at_once() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        Device other = town.wristband("wb-0002", town.resident("王秀兰"));
        Incident second = find(dispatcher.incidents().incidents().raise(town.press(other)).incident());

        assertThat(accept(incident, near)).isEqualTo(new Answer.Done());

        assertThat(accept(second, near)).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void who_accepts_one_errand_declines_the_others_so_that_somebody_else_is_asked() {
        Responder near = town.minutesAway("near", 3);
        Incident first = open();
        Device other = town.wristband("wb-0002", town.resident("王秀兰"));
        Incident second = find(dispatcher.incidents().incidents().raise(town.press(other)).incident());
        Responder late = town.minutesAway("late", 8);

        accept(first, near);

        assertThat(offerOf(second, near).state()).isEqualTo(OfferState.DECLINED);
        assertThat(offerOf(second, late).state()).isEqualTo(OfferState.SENT);
    }

    @Test
    void K8_who_went_off_duty_cannot_accept_any_more() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        dispatcher.responders().setDuty(near.id(), Duty.OFF, clock.instant());

        assertThat(accept(incident, near)).isEqualTo(new Answer.Refused(new Refusal.OffDuty()));
    }
}
