package anxin.dispatcher.incident;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.invariant.Verification;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.responder.Duty;
import anxin.dispatcher.responder.Responder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The desk: one keeper, evidence before closing, asking somebody by hand. */
class DeskTest extends InTheTown {

    @Test
    void somebody_else_can_be_sent_after_the_first_is_done() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);
        accept(incident, near);
        step(incident, near, Step.ARRIVED, Optional.empty());
        step(incident, near, Step.DONE, Optional.of("需要再去一人"));
        Responder second = town.minutesAway("second", 5);

        assertThat(dispatcher.incidents().desk().dispatch(incident.id(), operator, second.id()))
                .isEqualTo(new Answer.Done());

        assertThat(accept(incident, second)).isEqualTo(new Answer.Done());
        assertThat(find(incident.id()).help()).isInstanceOf(HelpTrack.Coming.class);
    }

    @Test
    void a_keeper_who_writes_nothing_does_not_keep_an_incident_in_silence() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        dispatcher.incidents().desk().take(incident.id(), town.operator());
        accept(incident, near);

        passAndFire(Duration.ofMinutes(2));
        assertThat(whys(incident)).doesNotContain("keeper-silent");
        passAndFire(Duration.ofMinutes(2));
        passAndFire(Duration.ofMinutes(2));

        assertThat(whys(incident)).contains("keeper-silent");
    }

    @Test
    void a_call_to_somebody_who_is_no_contact_of_the_resident_is_no_evidence() {
        Incident incident = open();
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);

        assertThat(dispatcher.incidents().desk().called(incident.id(), operator, dispatcher.ids().next(),
                ContactResult.ANSWERED_SAFE)).isEqualTo(new Answer.Refused(new Refusal.NotFound()));
    }

    @Test
    void asking_somebody_unsuitable_after_the_first_is_done_changes_nothing() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);
        accept(incident, near);
        step(incident, near, Step.ARRIVED, Optional.empty());
        step(incident, near, Step.DONE, Optional.of("无碍"));
        Responder away = town.minutesAway("away", 5);
        dispatcher.responders().setDuty(away.id(), Duty.OFF, clock.instant());

        assertThat(dispatcher.incidents().desk().dispatch(incident.id(), operator, away.id()))
                .isEqualTo(new Answer.Refused(new Refusal.NotSuitable()));

        assertThat(Verification.of(dispatcher.sql(), Optional.empty(), clock.instant()).holds()).isTrue();
    }

    @Test
    void D3_a_call_for_life_cannot_be_closed_without_a_call_or_a_visit() {
        Incident incident = open();
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);

        assertThat(close(incident, operator, Cause.CARE_NEED, Action.ADVICE))
                .isEqualTo(new Answer.Refused(new Refusal.NoEvidence("life-needs-a-call-or-a-visit")));
        dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.NO_ANSWER);
        assertThat(close(incident, operator, Cause.ACCIDENTAL_PRESS, Action.NONE))
                .isEqualTo(new Answer.Refused(
                        new Refusal.NoEvidence("accidental-needs-a-voice-or-somebody-at-the-door")));
        dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.ANSWERED_SAFE);
        assertThat(close(incident, operator, Cause.ACCIDENTAL_PRESS, Action.VOICE_ONLY))
                .isEqualTo(new Answer.Done());
    }

    @Test
    void an_unanswered_door_cannot_be_closed_without_a_call_or_a_visit() {
        Incident incident = find(
                dispatcher.incidents().incidents().raise(alarm(AlarmType.MEAL_UNANSWERED, false)).incident());
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);

        assertThat(close(incident, operator, Cause.VISIT_OR_MEAL_FAILURE, Action.REFERRED))
                .isEqualTo(new Answer.Refused(new Refusal.NoEvidence("care-needs-a-call-or-a-visit")));

        dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.NO_ANSWER);
        assertThat(close(incident, operator, Cause.VISIT_OR_MEAL_FAILURE, Action.REFERRED))
                .isEqualTo(new Answer.Done());
    }

    @Test
    void D1_an_incident_has_one_keeper_and_the_second_is_told_who() {
        Incident incident = open();
        Staff first = town.operator();
        Staff second = town.operator();

        assertThat(dispatcher.incidents().desk().take(incident.id(), first)).isEqualTo(new Answer.Done());
        assertThat(dispatcher.incidents().desk().take(incident.id(), second))
                .isEqualTo(new Answer.Refused(new Refusal.AlreadyKept(first.id())));
        assertThat(close(incident, second, Cause.CARE_NEED, Action.ADVICE))
                .isEqualTo(new Answer.Refused(new Refusal.NotTheKeeper()));
    }

    @Test
    void nobody_acts_for_another_organisation() {
        Incident incident = open();
        Staff stranger = new Staff(new StaffId(dispatcher.ids().next()),
                new anxin.dispatcher.store.Jurisdiction(dispatcher.ids().next(), "150627100"));

        assertThat(dispatcher.incidents().desk().take(incident.id(), stranger))
                .isEqualTo(new Answer.Refused(new Refusal.NotFound()));
    }

    @Test
    void nobody_took_it_in_thirty_seconds_and_the_duty_leader_is_told() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        accept(incident, near);
        dispatcher.incidents().desk().displayed(incident.id(), town.operator());

        passAndFire(Duration.ofSeconds(31));

        assertThat(find(incident.id()).milestones().escalatedAt()).isPresent();
    }
}
