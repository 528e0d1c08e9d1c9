package anxin.dispatcher.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.message.Receipt;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConservationTest {

    private final VerifiedTown town = new VerifiedTown();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void every_bin_is_counted_and_the_bins_add_up_to_what_was_received() {
        town.event(town.band, 1, "sos");
        town.event(town.band, 2, "sos");
        town.event(town.band, 2, "sos");
        town.event(town.button, 1, "sos");
        town.event(town.band, 3, "low_battery");
        town.event(town.band, 4, "test_alarm");
        town.event(town.band, 5, "door");
        town.telemetry(town.band, 6);
        town.unreadable(town.band);

        Finding finding = town.finding("CONSERVATION");

        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.figures()).isEqualTo("received 9 = new-incident 1 + second-signal 1 + repeat 1"
                + " + quarantined 1 + technical 1 + test 1 + state 1 + telemetry 1 + duplicate 1");
    }

    @Test
    void a_message_with_several_signals_is_in_the_most_serious_bin() {
        town.event(town.band, 1, "sos");
        town.event(town.band, 2, "low_battery", "sos", "fall");
        town.event(town.button, 1, "sos", "fall", "low_battery");

        assertThat(town.finding("CONSERVATION").figures())
                .startsWith("received 3 = new-incident 2 + second-signal 1");
        assertThat(town.finding("CONSERVATION").violations()).isEmpty();
    }

    @Test
    void a_message_of_two_kinds_is_no_second_message() {
        town.event(town.band, 1, "fall");
        town.event(town.band, 2, "fall", "sos");

        assertThat(town.finding("CONSERVATION").violations()).isEmpty();
        assertThat(town.finding("CONSERVATION").figures()).startsWith("received 2 = new-incident 2");
    }

    @Test
    void a_call_for_help_moved_into_a_quiet_bin_is_found() {
        Receipt press = town.event(town.band, 1, "sos");

        town.corrupted("UPDATE receipt SET bin = 'telemetry'");

        assertThat(town.finding("CONSERVATION").violations()).contains(
                "receipt " + press.id() + " is in bin telemetry; its evidence says new-incident");
        assertThat(town.finding("CONSERVATION").figures()).contains("new-incident 1 (marked 0)",
                "telemetry 0 (marked 1)");
    }

    @Test
    void a_repeat_passed_off_as_a_new_incident_is_found() {
        town.event(town.band, 1, "sos");
        Receipt repeat = town.event(town.band, 2, "sos");

        town.corrupted("UPDATE receipt SET bin = 'new-incident' WHERE id = ?", repeat.id());

        assertThat(town.finding("CONSERVATION").violations()).contains(
                "receipt " + repeat.id() + " is in bin new-incident; its evidence says repeat");
    }

    @Test
    void a_second_signal_passed_off_as_a_repeat_is_found() {
        town.event(town.band, 1, "sos");
        Receipt second = town.event(town.button, 1, "sos");

        town.corrupted("UPDATE receipt SET bin = 'repeat' WHERE id = ?", second.id());

        assertThat(town.finding("CONSERVATION").violations()).contains(
                "receipt " + second.id() + " is in bin repeat; its evidence says second-signal");
    }

    @Test
    void a_quarantined_message_without_its_notice_is_found() {
        Receipt unreadable = town.unreadable(town.band);

        town.corrupted("DELETE FROM notice");

        assertThat(town.finding("CONSERVATION").violations()).containsExactly(
                "received 1, but the bins by their evidence hold 0",
                "receipt " + unreadable.id() + " is in bin quarantined without evidence");
    }

    @Test
    void a_quarantined_message_moved_into_a_quiet_bin_is_found() {
        Receipt unreadable = town.unreadable(town.band);

        town.corrupted("UPDATE receipt SET bin = 'state'");

        assertThat(town.finding("CONSERVATION").violations()).contains(
                "receipt " + unreadable.id() + " is in bin state; its evidence says quarantined and state");
    }

    @Test
    void a_file_that_names_a_message_nobody_has_is_found() {
        Receipt press = town.event(town.band, 1, "sos");

        town.corrupted("ALTER TABLE incident_event DROP CONSTRAINT incident_event_receipt_fkey");
        town.corrupted("DELETE FROM receipt");

        assertThat(town.finding("CONSERVATION").violations()).contains(
                "receipt " + press.id() + " is gone; there is evidence of new-incident");
    }

    @Test
    void a_message_that_names_somebody_elses_incident_is_found() {
        Receipt press = town.event(town.band, 1, "sos");
        Receipt fall = town.event(town.band, 2, "fall");

        town.corrupted("UPDATE receipt SET incident = ? WHERE id = ?", fall.incident().orElseThrow(),
                press.id());

        assertThat(town.finding("CONSERVATION").violations()).containsExactly("receipt " + press.id()
                + " names incident " + fall.incident().orElseThrow().uuid()
                + ", whose file has no new-incident by it");
    }

    @Test
    void evidence_from_another_device_is_found() {
        Receipt press = town.event(town.band, 1, "sos");

        town.corrupted("UPDATE receipt SET device = ? WHERE id = ?", town.button.id(), press.id());

        assertThat(town.finding("CONSERVATION").violations()).singleElement().asString()
                .startsWith("receipt " + press.id() + " came from device " + town.button.id().uuid());
    }

    @Test
    void a_duplicate_of_nothing_is_found() {
        Receipt heartbeat = town.telemetry(town.band, 1);
        town.pass(Duration.ofSeconds(1));
        town.telemetry(town.band, 1);

        town.corrupted("ALTER TABLE duplicate_delivery DROP CONSTRAINT duplicate_delivery_receipt_fkey");
        town.corrupted("DELETE FROM receipt");

        assertThat(town.finding("CONSERVATION").violations()).singleElement().asString()
                .endsWith("repeats receipt " + heartbeat.id() + ", which is gone");
    }
}
