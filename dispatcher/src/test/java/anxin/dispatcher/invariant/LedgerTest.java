package anxin.dispatcher.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final Ledger.Key PRESS = new Ledger.Key("wb-0001", "7f3a:42");
    private static final UUID INCIDENT = UUID.fromString("0197f3a0-0000-7000-8000-000000000001");

    @TempDir
    private Path folder;

    @Test
    void a_press_is_followed_from_sending_to_the_answer() throws IOException {
        Ledger ledger = read(
                """
                        {"e":"sent","device":"wb-0001","boot":"7f3a","seq":42,"kind":"sos","at":"2026-11-21T11:12:07Z"}
                        {"e":"puback","device":"wb-0001","boot":"7f3a","seq":42,"at":"2026-11-21T11:12:08Z"}
                        {"e":"evt-ack","device":"wb-0001","boot":"7f3a","seq":42,"incident":"%s","at":"2026-11-21T11:12:09Z"}
                        """
                        .formatted(INCIDENT));

        assertThat(ledger.wasSent(PRESS)).isTrue();
        assertThat(ledger.acknowledged()).containsExactly(PRESS);
        assertThat(ledger.told(PRESS)).containsExactly(INCIDENT);
        assertThat(ledger.firstAt()).contains(Instant.parse("2026-11-21T11:12:07Z"));
        assertThat(ledger.devices()).containsExactly("wb-0001");
    }

    @Test
    void what_was_only_sent_is_not_acknowledged() throws IOException {
        Ledger ledger = read(
                """
                        {"e":"sent","device":"wb-0001","boot":"7f3a","seq":42,"kind":"sos","at":"2026-11-21T11:12:07Z"}
                        """);

        assertThat(ledger.acknowledged()).isEmpty();
    }

    @Test
    void an_answer_without_an_incident_is_an_acknowledgement() throws IOException {
        Ledger ledger = read(
                """
                        {"e":"evt-ack","device":"wb-0001","boot":"7f3a","seq":42,"incident":"","at":"2026-11-21T11:12:09Z"}
                        {"e":"evt-ack","device":"wb-0001","boot":"7f3a","seq":43,"at":"2026-11-21T11:12:09Z"}
                        """);

        assertThat(ledger.acknowledged()).hasSize(2);
        assertThat(ledger.told(PRESS)).isEmpty();
    }

    @Test
    void a_last_line_cut_off_by_a_crash_is_counted_and_left_out() throws IOException {
        Ledger ledger = read(
                """
                        {"e":"sent","device":"wb-0001","boot":"7f3a","seq":42,"kind":"sos","at":"2026-11-21T11:12:07Z"}
                        {"e":"puback","device":"wb-0001","boot":"7f3a","se""");

        assertThat(ledger.halfLines()).isEqualTo(1);
        assertThat(ledger.lines()).isEqualTo(2);
        assertThat(ledger.acknowledged()).isEmpty();
        assertThat(ledger.wasSent(PRESS)).isTrue();
    }

    @Test
    void a_whole_last_line_needs_no_line_end() throws IOException {
        Ledger ledger = read("""
                {"e":"puback","device":"wb-0001","boot":"7f3a","seq":42,"at":"2026-11-21T11:12:08Z"}""");

        assertThat(ledger.halfLines()).isZero();
        assertThat(ledger.acknowledged()).containsExactly(PRESS);
    }

    @Test
    void a_line_cut_off_in_the_middle_is_an_error_with_its_number() {
        assertRefused("""
                {"e":"sent","device":"wb-0001","boot":"7f3a","seq":1,"kind":"sos","at":"2026-11-21T11:12:07Z"}
                {"e":"sent","dev
                {"e":"sent","device":"wb-0001","boot":"7f3a","seq":2,"kind":"sos","at":"2026-11-21T11:12:07Z"}
                """, "line 2 of ");
    }

    @Test
    void a_half_last_line_with_a_line_end_is_an_error() {
        assertRefused("{\"e\":\"sent\"\n", "line 1 of ");
    }

    @Test
    void whatever_is_no_ledger_line_is_an_error_that_says_why() {
        assertRefused("\n", "line 1 of ", "not a JSON object");
        assertRefused("null\n", "not a JSON object");
        assertRefused("{\"e\":\"lost\"}\n", "LOST");
        assertRefused("{\"e\":\"sent\",\"boot\":\"7f3a\",\"seq\":1}\n", "field device is missing");
        assertRefused("{\"e\":\"sent\",\"device\":\"wb-0001\",\"boot\":\"7f3a\",\"seq\":\"1\"}\n",
                "field seq is not a whole number");
        assertRefused("{\"e\":\"sent\",\"device\":\"wb-0001\",\"boot\":\"7f3a\",\"seq\":1,\"at\":\"noon\"}\n",
                "noon");
    }

    @Test
    void a_ledger_that_is_not_there_is_an_error_that_names_it() {
        assertThatThrownBy(() -> Ledger.read(folder.resolve("nowhere")))
                .isInstanceOf(LedgerException.class).hasMessageContaining("nowhere");
    }

    @Test
    void a_long_ledger_is_read_line_by_line() throws IOException {
        Path file = folder.resolve("long.jsonl");
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (int i = 0; i < 50_000; i++) {
                String rest = "\"device\":\"wb-%04d\",\"boot\":\"7f3a\",\"seq\":%d,\"at\":\"2026-11-21T11:12:07Z\"}\n"
                        .formatted(i % 1_000, i / 1_000);
                lines.write("{\"e\":\"sent\"," + rest);
                lines.write("{\"e\":\"puback\"," + rest);
            }
        }

        Ledger ledger = Ledger.read(file);

        assertThat(ledger.lines()).isEqualTo(100_000);
        assertThat(ledger.acknowledged()).hasSize(50_000);
    }

    private void assertRefused(String text, String... saying) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(LedgerException.class)
                .hasMessageContainingAll(saying);
    }

    private Ledger read(String text) throws IOException {
        return Ledger.read(Files.writeString(folder.resolve("ledger.jsonl"), text));
    }
}
