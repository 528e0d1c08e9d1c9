package anxin.dispatcher.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.incident.IncidentId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoneSilentTest {

    private final VerifiedTown town = new VerifiedTown();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void I4_what_was_displayed_in_time_is_fine_for_ever() {
        IncidentId incident = town.pressed(1);
        town.pass(Duration.ofSeconds(5));
        town.displayed(incident);
        town.pass(Duration.ofHours(1));

        assertThat(town.finding("I4").verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void I4_what_nobody_saw_is_fine_once_the_duty_leader_is_told() {
        town.pressed(1);
        town.pass(Duration.ofSeconds(6));
        town.fireDue();
        town.pass(Duration.ofHours(1));

        assertThat(town.finding("I4").verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void I4_the_clock_has_two_seconds_to_fire_and_no_more() {
        IncidentId incident = town.pressed(1);

        town.pass(Duration.ofSeconds(7));
        assertThat(town.finding("I4").verdict()).isEqualTo(Verdict.HOLDS);

        town.pass(Duration.ofMillis(1));
        assertThat(town.finding("I4").violations())
                .containsExactly("incident " + incident.uuid() + " is not displayed and nobody was told");
    }

    @Test
    void I4_a_display_clock_that_was_stopped_without_a_display_is_found() {
        town.pressed(1);
        town.corrupted("UPDATE deadline SET state = 'cancelled', ended_at = due_at WHERE kind = 'display'");

        town.pass(Duration.ofSeconds(5));
        assertThat(town.finding("I4").verdict()).isEqualTo(Verdict.HOLDS);

        town.pass(Duration.ofMillis(1));
        assertThat(town.finding("I4").verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void I4_a_late_display_does_not_make_up_for_the_silence() {
        IncidentId incident = town.pressed(1);
        town.pass(Duration.ofMillis(5_600));
        town.displayed(incident);

        assertThat(town.finding("I4").violations()).containsExactly(
                "incident " + incident.uuid()
                        + " was displayed 5.6 s after it was opened and nobody was told");
    }

    @Test
    void I5_an_open_incident_without_a_pending_deadline_is_found() {
        IncidentId incident = town.pressed(1);
        assertThat(town.finding("I5").verdict()).isEqualTo(Verdict.HOLDS);

        town.corrupted("UPDATE deadline SET state = 'cancelled', ended_at = due_at");

        assertThat(town.finding("I5").violations())
                .containsExactly("incident " + incident.uuid() + " is open without a pending deadline");
    }

    @Test
    void I5_a_closed_incident_needs_no_clock_and_overdue_ones_are_a_figure() {
        town.helped(1);
        assertThat(town.finding("I5").figures()).startsWith("pending deadlines 0");
        town.unreadable(town.band);
        town.pass(Duration.ofSeconds(121));

        assertThat(town.finding("I5").verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(town.finding("I5").figures())
                .isEqualTo("pending deadlines 1, overdue by more than 60 s 1");
    }
}
