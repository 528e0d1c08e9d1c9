package anxin.dispatcher.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.device.Device;
import anxin.dispatcher.incident.IncidentId;
import anxin.dispatcher.message.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerRulesTest {

    private final VerifiedTown town = new VerifiedTown();
    private final List<String> lines = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void without_a_ledger_nothing_is_said_about_what_devices_did() {
        assertThat(town.finding("I1").verdict()).isEqualTo(Verdict.NOT_YET);
        assertThat(town.finding("I2").verdict()).isEqualTo(Verdict.NOT_YET);
    }

    @Test
    void a_ledger_that_agrees_with_the_store_is_fine() {
        witnessed(town.band, 1, pressed(1));
        witnessed(town.button, 1, town.event(town.button, 1, "sos"));
        sent("wb-0001", 2);

        assertThat(town.finding("I1", ledger()).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(town.finding("I1", ledger()).figures())
                .isEqualTo("acknowledged 2, recorded 2, ledger lines 7, cut off 0");
        assertThat(town.finding("I2", ledger()).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(town.finding("I2", ledger()).figures())
                .isEqualTo("devices 2, recorded events of theirs 2");
    }

    @Test
    void I1_an_acknowledged_event_that_is_not_recorded_is_lost() {
        witnessed(town.band, 1, pressed(1));
        witnessed(town.band, 2, town.event(town.band, 2, "low_battery"));

        town.corrupted("DELETE FROM receipt WHERE message_key = '7f3a:2'");

        assertThat(town.finding("I1", ledger()).violations())
                .containsExactly("event 7f3a:2 of wb-0001 was acknowledged and is not recorded");
        assertThat(town.finding("I1", ledger()).figures()).startsWith("acknowledged 2, recorded 1");
    }

    @Test
    void I1_an_event_told_recorded_by_answer_alone_counts_as_acknowledged() {
        lines.add(line("evt-ack", "wb-0001", 7, ""));

        assertThat(town.finding("I1", ledger()).violations()).hasSize(1);
    }

    @Test
    void I1_the_same_number_of_another_device_or_another_boot_is_another_event() {
        pressed(1);
        lines.add(line("puback", "btn-0001", 1, ""));
        lines.add(line("puback", "wb-0001", 1, "").replace("7f3a", "8888"));

        assertThat(town.finding("I1", ledger()).violations()).hasSize(2);
    }

    @Test
    void I2_a_recorded_event_that_no_device_sent_is_invented() {
        witnessed(town.band, 1, pressed(1));
        Receipt invented = pressed(2);

        assertThat(town.finding("I2", ledger()).violations())
                .containsExactly("receipt " + invented.id() + " (wb-0001 7f3a:2) was never sent");
    }

    @Test
    void I2_devices_without_a_ledger_and_times_before_it_are_not_judged() {
        pressed(1);
        town.pass(Duration.ofSeconds(6));
        witnessed(town.band, 2, pressed(2));
        town.event(town.button, 1, "sos");

        assertThat(town.finding("I2", ledger()).violations()).isEmpty();
    }

    @Test
    void I2_an_event_within_five_seconds_before_the_ledger_is_judged() {
        pressed(1);
        town.pass(Duration.ofSeconds(4));
        witnessed(town.band, 2, pressed(2));

        assertThat(town.finding("I2", ledger()).violations()).hasSize(1);
    }

    @Test
    void I2_heartbeats_and_unreadable_messages_are_not_written_into_ledgers() {
        witnessed(town.band, 1, pressed(1));
        town.telemetry(town.band, 2);
        town.unreadable(town.band);

        assertThat(town.finding("I2", ledger()).violations()).isEmpty();
    }

    @Test
    void I2_a_device_that_was_told_of_another_incident_is_found() {
        Receipt press = pressed(1);
        IncidentId fall = town.event(town.band, 2, "fall").incident().orElseThrow();
        sent("wb-0001", 1);
        sent("wb-0001", 2);
        lines.add(line("evt-ack", "wb-0001", 1, fall.uuid().toString()));

        assertThat(town.finding("I2", ledger()).violations()).singleElement().asString()
                .startsWith("receipt " + press.id()).endsWith("the device was told [" + fall.uuid() + "]");
    }

    private Receipt pressed(int seq) {
        return town.event(town.band, seq, "sos");
    }

    private void witnessed(Device device, int seq, Receipt receipt) {
        sent(device.code(), seq);
        lines.add(line("puback", device.code(), seq, ""));
        lines.add(line("evt-ack", device.code(), seq,
                receipt.incident().map(incident -> incident.uuid().toString()).orElse("")));
    }

    private void sent(String device, int seq) {
        lines.add(line("sent", device, seq, ""));
    }

    private String line(String act, String device, int seq, String incident) {
        Instant at = town.clock.instant();
        return """
                {"e":"%s","device":"%s","boot":"7f3a","seq":%d,"at":"%s","incident":"%s"}"""
                .formatted(act, device, seq, at, incident);
    }

    private Ledger ledger() {
        try {
            return Ledger.read(Files.write(folder.resolve("ledger.jsonl"), lines));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
