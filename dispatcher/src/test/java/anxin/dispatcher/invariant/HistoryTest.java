package anxin.dispatcher.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.incident.EventKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final History history = new History();

    @Test
    void from_the_alarm_to_the_closing() {
        assertFits(EventKind.RAISED, "device");
        assertFits(EventKind.OFFERED, "system");
        assertFits(EventKind.TAKEN, "Wang");
        assertFits(EventKind.ACCEPTED, "Naren");
        assertFits(EventKind.ON_THE_WAY, "Naren");
        assertFits(EventKind.RELEASED, "Wang");
        assertFits(EventKind.TAKEN, "Li");
        assertFits(EventKind.ARRIVED, "Naren");
        assertFits(EventKind.DONE, "Naren");
        assertFits(EventKind.CLOSED, "Li");
        assertThat(history.disagreement("closed", "done")).isEmpty();
    }

    @Test
    void nothing_comes_before_the_alarm() {
        assertDoesNotFit(EventKind.TAKEN, "Wang", "comes before the alarm");
    }

    @Test
    void an_alarm_opens_its_file_once() {
        assertFits(EventKind.RAISED, "device");
        assertDoesNotFit(EventKind.RAISED, "device", "raises it a second time");
    }

    @Test
    void only_the_keeper_closes() {
        assertFits(EventKind.RAISED, "device");
        assertDoesNotFit(EventKind.CLOSED, "Wang", "is by Wang, who does not keep it");
        assertFits(EventKind.TAKEN, "Wang");
        assertDoesNotFit(EventKind.CLOSED, "Li", "is by Li, who does not keep it");
        assertFits(EventKind.CLOSED, "Wang");
    }

    @Test
    void what_was_said_and_prompted_changes_nothing_and_only_the_keeper_stands_down() {
        assertFits(EventKind.RAISED, "device");
        assertFits(EventKind.NOTIFIED, "system");
        assertFits(EventKind.SERVICE_PROMPT, "system");
        assertFits(EventKind.FORCED_ENTRY_DUE, "system");
        assertDoesNotFit(EventKind.STOOD_DOWN, "Wang", "is by Wang, who does not keep it");
        assertFits(EventKind.TAKEN, "Wang");
        assertFits(EventKind.STOOD_DOWN, "Wang");
        assertThat(history.disagreement("kept", "withdrawn")).isEmpty();
    }

    @Test
    void who_released_it_does_not_keep_it() {
        assertFits(EventKind.RAISED, "device");
        assertFits(EventKind.TAKEN, "Wang");
        assertFits(EventKind.RELEASED, "Wang");
        assertDoesNotFit(EventKind.CONTACT_ATTEMPT, "Wang", "is by Wang, who does not keep it");
        assertThat(history.disagreement("queued", "not-asked")).isEmpty();
    }

    @Test
    void two_do_not_keep_it_at_once() {
        assertFits(EventKind.RAISED, "device");
        assertFits(EventKind.TAKEN, "Wang");
        assertDoesNotFit(EventKind.TAKEN, "Li", "takes it from Wang");
    }

    @Test
    void nothing_comes_after_the_closing() {
        assertFits(EventKind.RAISED, "device");
        assertFits(EventKind.OFFERED, "system");
        assertFits(EventKind.TAKEN, "Wang");
        assertFits(EventKind.CLOSED, "Wang");
        assertDoesNotFit(EventKind.RELEASED, "Wang", "comes after the closing");
        assertDoesNotFit(EventKind.REPEATED, "device", "comes after the closing");
        assertDoesNotFit(EventKind.ACCEPTED, "Naren", "comes after the closing");
    }

    @Test
    void it_is_not_closed_while_somebody_is_out() {
        assertFits(EventKind.RAISED, "device");
        assertFits(EventKind.OFFERED, "system");
        assertFits(EventKind.ACCEPTED, "Naren");
        assertFits(EventKind.TAKEN, "Wang");
        assertDoesNotFit(EventKind.CLOSED, "Wang", "closes it while Naren is out");
    }

    @Test
    void after_one_was_done_another_can_be_asked() {
        assertFits(EventKind.RAISED, "device");
        assertFits(EventKind.OFFERED, "system");
        assertFits(EventKind.ACCEPTED, "Naren");
        assertFits(EventKind.ARRIVED, "Naren");
        assertFits(EventKind.DONE, "Naren");
        assertFits(EventKind.OFFERED, "system");
        assertThat(history.disagreement("queued", "asking")).isEmpty();
        assertFits(EventKind.ACCEPTED, "Batu");
    }

    @Test
    void nobody_accepts_what_was_not_offered_or_is_held() {
        assertFits(EventKind.RAISED, "device");
        assertDoesNotFit(EventKind.ACCEPTED, "Naren", "accepts what was not offered");
        assertFits(EventKind.OFFERED, "system");
        assertFits(EventKind.ACCEPTED, "Naren");
        assertDoesNotFit(EventKind.ACCEPTED, "Batu", "accepts what Naren has accepted");
    }

    @Test
    void the_steps_are_the_holders_and_in_order() {
        assertFits(EventKind.RAISED, "device");
        assertDoesNotFit(EventKind.ARRIVED, "Naren", "is by Naren, who has not accepted");
        assertFits(EventKind.OFFERED, "system");
        assertFits(EventKind.ACCEPTED, "Naren");
        assertDoesNotFit(EventKind.DONE, "Naren", "cannot follow ACCEPTED");
        assertDoesNotFit(EventKind.ARRIVED, "Batu", "is by Batu, who has not accepted");
        assertFits(EventKind.ARRIVED, "Naren");
        assertDoesNotFit(EventKind.GIVEN_BACK, "Naren", "cannot follow ARRIVED");
        assertThat(history.disagreement("queued", "on-scene")).isEmpty();
    }

    @Test
    void what_was_given_back_is_somebody_elses() {
        assertFits(EventKind.RAISED, "device");
        assertFits(EventKind.OFFERED, "system");
        assertFits(EventKind.ACCEPTED, "Naren");
        assertFits(EventKind.GIVEN_BACK, "Naren");
        assertDoesNotFit(EventKind.ARRIVED, "Naren", "is by Naren, who has not accepted");
        assertThat(history.disagreement("queued", "asking")).isEmpty();
        assertFits(EventKind.ACCEPTED, "Batu");
        assertThat(history.disagreement("queued", "coming")).isEmpty();
    }

    private void assertFits(EventKind kind, String actor) {
        assertThat(history.objection(kind, actor)).as(kind + " by " + actor).isEmpty();
    }

    private void assertDoesNotFit(EventKind kind, String actor, String because) {
        assertThat(history.objection(kind, actor)).isEqualTo(Optional.of(because));
    }
}
