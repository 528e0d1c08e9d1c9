package anxin.dispatcher.incident;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.invariant.Verification;
import anxin.dispatcher.notification.Notification;
import anxin.dispatcher.notification.NotificationState;
import anxin.dispatcher.notification.What;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.responder.Responder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the family hears, and in which order: never that nobody goes when somebody goes. */
class ToldOutsideTest extends InTheTown {

    @AfterEach
    void every_promise_is_kept() {
        assertThat(Verification.of(dispatcher.sql(), Optional.empty(), clock.instant()).table())
                .doesNotContain("BROKEN");
    }

    @Test
    void who_was_asked_to_look_is_told_that_somebody_goes_and_that_all_is_well() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        delivered();
        passAndFire(Duration.ofSeconds(21));
        delivered();

        accept(incident, near);
        delivered();
        finished(incident, near, Cause.FALL_UNINJURED, Action.OWN_RESPONDER);
        delivered();

        assertThat(said(incident)).containsExactly(What.PLEASE_LOOK, What.PLEASE_LOOK, What.SOMEBODY_COMING,
                What.SOMEBODY_COMING, What.SAFE_NOW, What.SAFE_NOW);
        assertThat(messages(incident)).allMatch(message -> message.state() == NotificationState.DELIVERED);
    }

    @Test
    void a_contact_who_is_reached_after_the_acceptance_hears_that_somebody_goes() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        accept(incident, near);

        passAndFire(Duration.ofSeconds(21));

        assertThat(messages(incident)).filteredOn(message -> message.what() == What.PLEASE_LOOK).hasSize(1);
        assertThat(messages(incident)).filteredOn(message -> message.what() == What.SOMEBODY_COMING)
                .extracting(Notification::recipient).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void each_acceptance_is_said_once() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        accept(incident, near);
        accept(incident, near);
        Responder other = town.minutesAway("other", 4);
        step(incident, near, Step.GIVEN_BACK, Optional.of("车坏了"));

        accept(incident, other);

        assertThat(said(incident)).filteredOn(What.SOMEBODY_COMING::equals).hasSize(2);
    }

    @Test
    void what_is_not_out_when_a_voice_says_safe_does_not_go_out() {
        Incident incident = open();
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);

        dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.ANSWERED_SAFE);
        assertThat(close(incident, operator, Cause.ACCIDENTAL_PRESS, Action.VOICE_ONLY))
                .isEqualTo(new Answer.Done());

        assertThat(delivered()).isEmpty();
        assertThat(messages(incident)).extracting(Notification::state)
                .containsOnly(NotificationState.SUPERSEDED);
    }

    @Test
    void nobody_is_told_safe_of_somebody_who_died_or_is_on_the_way_to_hospital() {
        Responder near = town.minutesAway("near", 3);
        for (Action action : List.of(Action.AMBULANCE_CONVEYED, Action.OWN_RESPONDER)) {
            Incident incident = open();
            delivered();
            accept(incident, near);
            delivered();
            finished(incident, near,
                    action == Action.OWN_RESPONDER ? Cause.DIED_DURING : Cause.CHEST_OR_BREATH, action);

            assertThat(said(incident)).doesNotContain(What.SAFE_NOW);
        }
    }

    @Test
    void nobody_is_told_safe_of_somebody_whom_nobody_saw_or_heard() {
        Incident incident = open();
        delivered();
        Staff operator = kept(incident);

        dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.NO_ANSWER);
        assertThat(close(incident, operator, Cause.UNWELL_OTHER, Action.ADVICE)).isEqualTo(new Answer.Done());

        assertThat(said(incident)).doesNotContain(What.SAFE_NOW);
    }

    @Test
    void whose_last_word_was_that_they_are_safe_is_said_to_be_safe() {
        Incident incident = open();
        delivered();
        Staff operator = kept(incident);

        dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.ANSWERED_SAFE);
        dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.NO_ANSWER);
        assertThat(close(incident, operator, Cause.ACCIDENTAL_PRESS, Action.ADVICE))
                .isEqualTo(new Answer.Done());

        assertThat(said(incident)).containsOnlyOnce(What.SAFE_NOW);
    }

    @Test
    void nobody_is_told_safe_of_somebody_who_called_again_after_saying_so() {
        for (boolean presses : List.of(true, false)) {
            Incident incident = open();
            delivered();
            Staff operator = kept(incident);
            dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.ANSWERED_SAFE);

            if (presses) {
                open();
            } else {
                dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.NEEDS_HELP);
            }
            assertThat(close(incident, operator, Cause.UNWELL_OTHER, Action.ADVICE))
                    .isEqualTo(new Answer.Done());

            assertThat(said(incident)).doesNotContain(What.SAFE_NOW);
        }
    }

    @Test
    void a_visit_that_did_not_happen_is_not_called_a_shut_door() {
        assertThat(firstWords(AlarmType.VISIT_MISSED)).contains("的上门服务未能完成，").doesNotContain("未应门");
        assertThat(firstWords(AlarmType.MEAL_UNANSWERED)).contains("未应门，");
    }

    @Test
    void a_drill_says_that_it_is_one() {
        Incident drill = find(
                dispatcher.incidents().incidents().raise(alarm(AlarmType.SOS_WRISTBAND, true)).incident());

        assertThat(messages(drill)).isNotEmpty()
                .allMatch(message -> message.body().reveal().contains("（演练）其木格"));
    }

    private void finished(Incident incident, Responder by, Cause cause, Action action) {
        step(incident, by, Step.ARRIVED, Optional.empty());
        step(incident, by, Step.DONE, Optional.of("好"));
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);
        assertThat(close(incident, operator, cause, action)).isEqualTo(new Answer.Done());
    }

    private Staff kept(Incident incident) {
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);
        return operator;
    }

    private String firstWords(AlarmType type) {
        Incident incident = find(dispatcher.incidents().incidents().raise(alarm(type, false)).incident());
        return messages(incident).getFirst().body().reveal();
    }

    private List<What> said(Incident incident) {
        return messages(incident).stream().map(Notification::what).sorted().toList();
    }
}
