package anxin.dispatcher.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private static final Instant NOW = Instant.parse("2026-11-21T11:12:07Z");

    private final Circuit circuit = new Circuit();

    @Test
    void four_faults_are_bad_luck_and_five_in_a_row_are_an_outage() {
        for (int i = 0; i < 4; i++) {
            assertThat(circuit.failed(NOW)).isFalse();
        }
        assertThat(circuit.answered()).isFalse();
        for (int i = 0; i < 4; i++) {
            circuit.failed(NOW);
        }
        assertThat(circuit.allows(8, NOW)).isEqualTo(8);

        assertThat(circuit.failed(NOW)).isTrue();
        assertThat(circuit.allows(8, NOW.plusSeconds(19))).isZero();
    }

    @Test
    void after_a_rest_one_message_finds_out() {
        for (int i = 0; i < 5; i++) {
            circuit.failed(NOW);
        }

        assertThat(circuit.allows(8, NOW.plusSeconds(20))).isEqualTo(1);
        circuit.probes();
        assertThat(circuit.allows(8, NOW.plusSeconds(20))).isZero();
        assertThat(circuit.failed(NOW.plusSeconds(23))).isFalse();
        assertThat(circuit.allows(8, NOW.plusSeconds(42))).isZero();
        assertThat(circuit.allows(8, NOW.plusSeconds(43))).isEqualTo(1);
        assertThat(circuit.answered()).isTrue();
        assertThat(circuit.allows(8, NOW.plusSeconds(43))).isEqualTo(8);
    }
}
