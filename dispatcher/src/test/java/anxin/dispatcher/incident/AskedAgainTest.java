package anxin.dispatcher.incident;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.device.Device;
import anxin.dispatcher.invariant.Verification;
import anxin.dispatcher.offer.OfferState;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.responder.Duty;
import anxin.dispatcher.responder.Responder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is asked a second time: whoever was there, or was only busy; never who said no or gave back. */
class AskedAgainTest extends InTheTown {

    @AfterEach
    void every_promise_is_kept() {
        assertThat(Verification.of(dispatcher.sql(), Optional.empty(), clock.instant()).table())
                .doesNotContain("BROKEN");
    }

    @Test
    void who_was_there_is_asked_when_the_resident_presses_again() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        accept(incident, near);
        step(incident, near, Step.ARRIVED, Optional.empty());
        step(incident, near, Step.DONE, Optional.of("无碍"));

        open();

        assertThat(isAsked(incident, near)).isTrue();
    }

    @Test
    void who_was_on_another_errand_is_asked_once_it_is_done() {
        Responder near = town.minutesAway("near", 3);
        Incident first = open();
        Device other = town.wristband("wb-0002", town.resident("王秀兰"));
        Incident second = find(dispatcher.incidents().incidents().raise(town.press(other)).incident());
        accept(first, near);
        assertThat(offerOf(second, near).state()).isEqualTo(OfferState.DECLINED);
        passAndFire(Duration.ofSeconds(15));
        assertThat(isAsked(second, near)).isFalse();

        finish(first, (HelpTrack.Coming) find(first.id()).help());
        passAndFire(Duration.ofSeconds(15));

        assertThat(isAsked(second, near)).isTrue();
    }

    @Test
    void who_went_off_duty_is_asked_once_they_are_back_and_not_before() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        dispatcher.incidents().help().declineAll(near.id(), "off-duty");
        assertThat(isAsked(incident, near)).isFalse();
        dispatcher.responders().setDuty(near.id(), Duty.OFF, clock.instant());
        passAndFire(Duration.ofSeconds(15));
        assertThat(isAsked(incident, near)).isFalse();

        dispatcher.responders().setDuty(near.id(), Duty.ON, clock.instant());
        passAndFire(Duration.ofSeconds(15));

        assertThat(isAsked(incident, near)).isTrue();
    }

    @Test
    void who_said_no_is_not_asked_again() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();

        dispatcher.incidents().help().decline(offerOf(incident, near).id(), near.id(), "too-far");
        passAndFire(Duration.ofSeconds(15));
        passAndFire(Duration.ofMinutes(2));

        assertThat(isAsked(incident, near)).isFalse();
    }

    private boolean isAsked(Incident incident, Responder responder) {
        return offers(incident).stream()
                .anyMatch(offer -> offer.responder().equals(responder.id()) && offer.state().live());
    }
}
