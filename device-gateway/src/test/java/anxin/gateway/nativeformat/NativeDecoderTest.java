package anxin.gateway.nativeformat;

import static anxin.gateway.TestMessages.fromBand;
import static anxin.gateway.TestMessages.kinds;
import static anxin.gateway.TestMessages.understood;
import static anxin.gateway.TestMessages.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.message.MessageKey;
import anxin.dispatcher.message.Reading;
import anxin.dispatcher.message.Signal;
import anxin.gateway.TestMessages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeDecoderTest {

    private static final String PRESS = """
            {"v":1,"boot":"7f3a","seq":42,"t":"2026-11-21T19:12:03.120+08:00","tq":"ok","state":"raise","bat":81}""";

    @Test
    void a_press_is_a_numbered_sos_with_the_devices_own_time() {
        Reading.Understood press = understood(fromBand("evt/sos", PRESS));

        assertThat(press.signals()).containsExactly(Signal.press("sos"));
        assertThat(press.key()).isEqualTo(new MessageKey.Numbered("7f3a:42"));
        assertThat(press.deviceTime()).contains(Instant.parse("2026-11-21T11:12:03.120Z"));
        assertThat(press.exercise()).isFalse();
    }

    @Test
    void a_clear_is_not_a_press() {
        Reading.Understood clear = understood(fromBand("evt/smoke", PRESS.replace("raise", "clear")));

        assertThat(clear.signals().getFirst().state()).isEqualTo(Signal.State.CLEAR);
    }

    @Test
    void a_low_battery_is_said_beside_the_press_and_never_instead_of_it() {
        assertThat(kinds(fromBand("evt/sos", PRESS.replace("\"bat\":81", "\"bat\":4"))))
                .containsExactly("sos", "low_battery");
        assertThat(kinds(fromBand("evt/sos", PRESS.replace("\"bat\":81", "\"bat\":null"))))
                .containsExactly("sos");
    }

    @Test
    void an_unreadable_time_does_not_lose_the_alarm() {
        Reading.Understood press = understood(
                fromBand("evt/sos", PRESS.replace("2026-11-21T19", "yesterday")));

        assertThat(press.deviceTime()).isEmpty();
    }

    @Test
    void readings_and_states_are_no_alarms() {
        assertThat(kinds(fromBand("tel/heartbeat", PRESS))).containsExactly("heartbeat");
        assertThat(kinds(fromBand("state", "{\"online\":true,\"boot\":\"7f3a\"}")))
                .containsExactly("device_online");
        assertThat(kinds(fromBand("state", "{\"online\":false,\"boot\":\"7f3a\"}")))
                .containsExactly("device_offline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "42", "{", "{\"v\":1}", "{\"v\":2,\"boot\":\"a\",\"seq\":1}",
        "{\"v\":1,\"boot\":\"a\",\"seq\":\"one\"}", "{\"v\":1,\"boot\":\"a\",\"seq\":-1}",
        "{\"v\":1,\"boot\":\"a\",\"seq\":1e400}", "{\"v\":1,\"boot\":\"\",\"seq\":1}",
        "{\"v\":1,\"boot\":\"a\",\"seq\":1}{\"v\":1}", "{\"v\":1,\"boot\":\"a\",\"boot\":\"b\",\"seq\":1}",
        "{\"v\":1,\"boot\":\"a\",\"seq\":1,\"state\":\"maybe\"}"})
    void what_does_not_follow_the_format_is_unreadable_and_still_smells_of_life(String payload) {
        Reading.Unreadable reading = unreadable(fromBand("evt/sos", payload));

        assertThat(reading.lifeLooking()).isTrue();
        assertThat(reading.reason()).isNotBlank();
    }

    @Test
    void a_topic_that_is_not_its_own_is_kept_and_raises_nothing() {
        assertThat(unreadable(TestMessages.read(TestMessages.BAND, "anxin/v1/demo/wb-0002/evt/sos",
                PRESS.getBytes(StandardCharsets.UTF_8))).reason()).contains("not its own");
    }

    @Test
    void F24_no_bytes_make_the_decoder_fail() {
        Random random = new Random(12349);
        byte[] seed = PRESS.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] mutated = seed.clone();
            for (int flips = random.nextInt(6); flips >= 0; flips--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            assertThat(TestMessages.read(TestMessages.BAND, TestMessages.BAND.topic() + "/evt/sos", mutated))
                    .isNotNull();
        }
    }
}
