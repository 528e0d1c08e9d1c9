package anxin.simulators.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.simulators.device.DeviceEvent;
import anxin.simulators.device.EventKey;
import anxin.simulators.ledger.LedgerEntry.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final Instant NOW = Instant.parse("2026-11-21T11:02:03.120Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final EventKey KEY = new EventKey("wb-0001", "7f3a", 42);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void what_was_written_is_read_again() {
        Path file = folder.resolve("ledger.jsonl");
        try (Ledger ledger = Ledger.open(file, CLOCK)) {
            ledger.sent(new DeviceEvent(KEY, "sos", NOW, "{}"));
            ledger.puback(KEY);
            ledger.evtAck(KEY, "0197");
        }

        assertThat(LedgerReader.read(file)).containsExactly(new LedgerEntry(Act.SENT, KEY, "sos", null, NOW),
                new LedgerEntry(Act.PUBACK, KEY, null, null, NOW),
                new LedgerEntry(Act.EVT_ACK, KEY, null, "0197", NOW));
    }

    @Test
    void a_press_is_in_the_file_before_anything_else_happens() throws IOException {
        Path file = folder.resolve("ledger.jsonl");
        try (Ledger ledger = Ledger.open(file, CLOCK)) {
            ledger.sent(new DeviceEvent(KEY, "sos", NOW, "{}"));

            assertThat(Files.readString(file))
                    .isEqualTo("{\"e\":\"sent\",\"device\":\"wb-0001\",\"boot\":\"7f3a\","
                            + "\"seq\":42,\"kind\":\"sos\",\"at\":\"2026-11-21T11:02:03.120Z\"}\n");
        }
    }

    @Test
    void a_line_that_was_being_written_at_the_end_never_happened() throws IOException {
        Path file = folder.resolve("ledger.jsonl");
        try (Ledger ledger = Ledger.open(file, CLOCK)) {
            ledger.puback(KEY);
        }
        Files.writeString(file, "{\"e\":\"puback\",\"dev", StandardOpenOption.APPEND);

        assertThat(LedgerReader.read(file)).hasSize(1);
    }

    @Test
    void a_broken_line_is_named_by_its_number() throws IOException {
        Path file = folder.resolve("ledger.jsonl");
        Files.writeString(file, "{\"e\":\"lost\",\"device\":\"wb-0001\",\"boot\":\"7f3a\",\"seq\":1}\n");

        assertThatThrownBy(() -> LedgerReader.read(file)).isInstanceOf(LedgerException.class)
                .hasMessageContaining("ledger.jsonl:1 has the unknown act 'lost'");
    }

    @Test
    void two_runs_never_share_a_ledger() throws IOException {
        Path file = folder.resolve("ledger.jsonl");
        Files.createFile(file);

        assertThatThrownBy(() -> Ledger.open(file, CLOCK)).isInstanceOf(LedgerException.class)
                .hasMessageContaining("name another file");
    }
}
