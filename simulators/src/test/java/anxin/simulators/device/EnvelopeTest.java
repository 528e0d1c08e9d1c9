package anxin.simulators.device;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.simulators.town.Place;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final EventKey KEY = new EventKey("wb-0001", "7f3a", 42);
    private static final Instant AT = Instant.parse("2026-11-21T11:02:03.120Z");

    @Test
    void a_wristband_calls_in_exactly_the_words_of_the_format() {
        String body = Envelope.event(KEY, AT, 81, new Place(39.6, 109.8));

        assertThat(body).isEqualTo("{\"v\":1,\"boot\":\"7f3a\",\"seq\":42,\"t\":\"2026-11-21T11:02:03.120Z\","
                + "\"tq\":\"ok\",\"state\":\"raise\",\"bat\":81,\"loc\":{\"lat\":39.6,\"lon\":109.8,\"acc\":12},"
                + "\"exercise\":false,\"data\":{}}");
    }

    @Test
    void a_button_on_a_wall_does_not_know_where_it_is() {
        assertThat(Envelope.event(KEY, AT, 81, null)).doesNotContain("loc");
    }

    @Test
    void the_will_carries_the_boot_of_its_session() {
        assertThat(Envelope.offline("7f3a")).isEqualTo("{\"online\":false,\"boot\":\"7f3a\"}");
    }
}
