package anxin.simulators.device;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.simulators.device.EventWitness.Attempt;
import anxin.simulators.device.Outbox.Sending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Instant START = Instant.parse("2026-11-21T11:00:00Z");
    private static final EventKey KEY = new EventKey("wb-0001", "7f3a", 42);

    private final Outbox outbox = new Outbox();

    @Test
    void a_call_is_repeated_after_10_s_and_30_s_and_then_every_minute() {
        press();

        assertThat(secondsOfSending(Duration.ofMinutes(4))).containsExactly(0L, 10L, 30L, 90L, 150L, 210L);
    }

    @Test
    void a_puback_alone_does_not_end_the_repeating() {
        press();
        outbox.takeDue(START);
        outbox.puback(KEY);

        assertThat(secondsOfSending(Duration.ofSeconds(30))).containsExactly(10L, 30L);
    }

    @Test
    void the_evt_ack_ends_the_repeating() {
        press();
        outbox.takeDue(START);
        outbox.puback(KEY);
        outbox.evtAck(KEY);

        assertThat(secondsOfSending(Duration.ofMinutes(4))).isEmpty();
        assertThat(outbox.size()).isZero();
    }

    @Test
    void a_new_connection_gets_every_open_call_at_once_and_the_schedule_begins_anew() {
        press();
        outbox.takeDue(START);
        outbox.connectionIsNew();

        List<Sending> sendings = outbox.takeDue(START.plusSeconds(3));

        assertThat(sendings).extracting(Sending::attempt).containsExactly(Attempt.AGAIN);
        assertThat(outbox.takeDue(START.plusSeconds(12))).isEmpty();
        assertThat(outbox.takeDue(START.plusSeconds(13))).hasSize(1);
    }

    @Test
    void a_call_whose_puback_was_cut_off_goes_out_once_more_on_the_new_connection() {
        press();
        outbox.takeDue(START);
        outbox.evtAck(KEY);
        assertThat(outbox.takeDue(START.plusSeconds(600))).isEmpty();

        outbox.connectionIsNew();

        assertThat(outbox.takeDue(START.plusSeconds(601))).hasSize(1);
    }

    @Test
    void a_confirmation_counts_once() {
        press();

        assertThat(outbox.puback(KEY)).isTrue();
        assertThat(outbox.puback(KEY)).isFalse();
        assertThat(outbox.evtAck(KEY)).isTrue();
        assertThat(outbox.evtAck(KEY)).isFalse();
    }

    private void press() {
        outbox.add(new DeviceEvent(KEY, "sos", START, "{}"));
    }

    private List<Long> secondsOfSending(Duration length) {
        List<Long> seconds = new ArrayList<>();
        for (long second = 0; second <= length.toSeconds(); second++) {
            if (!outbox.takeDue(START.plusSeconds(second)).isEmpty()) {
                seconds.add(second);
            }
        }
        return seconds;
    }
}
