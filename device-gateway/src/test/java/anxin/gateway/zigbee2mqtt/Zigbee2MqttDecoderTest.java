package anxin.gateway.zigbee2mqtt;

import static anxin.gateway.TestMessages.BUTTON;
import static anxin.gateway.TestMessages.fromHub;
import static anxin.gateway.TestMessages.kinds;
import static anxin.gateway.TestMessages.understood;
import static anxin.gateway.TestMessages.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.message.Signal;
import anxin.gateway.TestMessages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Zigbee2MqttDecoderTest {

    private static final String NAME = "bed room/sos";

    @ParameterizedTest
    @ValueSource(strings = {"emergency", "sos", "single", "double", "hold", "pressed", "a_word_of_tomorrow"})
    void whatever_the_button_calls_it_a_press_is_a_press(String action) {
        var press = understood(
                fromHub(NAME, "{\"action\":\"" + action + "\",\"battery\":null,\"linkquality\":90}"));

        assertThat(press.signals()).containsExactly(Signal.press("sos"));
        assertThat(press.device()).isEqualTo(BUTTON);
    }

    @Test
    void the_json_and_the_plain_text_of_one_press_share_a_key_and_the_empty_one_is_no_press() {
        var json = understood(fromHub(NAME, "{\"action\":\"emergency\",\"battery\":80,\"linkquality\":90}"));
        var text = understood(fromHub(NAME + "/action", "emergency"));

        assertThat(text.key()).isEqualTo(json.key());
        assertThat(kinds(fromHub(NAME, "{\"action\":\"\",\"linkquality\":90}"))).containsExactly("heartbeat");
        assertThat(kinds(fromHub(NAME, "{\"action\":null,\"battery\":100}"))).containsExactly("heartbeat");
        assertThat(kinds(fromHub(NAME, "{\"action\":\"release\"}"))).containsExactly("released");
    }

    @Test
    void a_level_that_stands_is_a_level_and_link_quality_is_not_content() {
        var first = understood(
                fromHub(NAME, "{\"sos\":true,\"battery_low\":false,\"tamper\":false,\"linkquality\":1}"));
        var again = understood(
                fromHub(NAME, "{\"sos\":true,\"battery_low\":false,\"tamper\":false,\"linkquality\":9}"));

        assertThat(first.signals()).containsExactly(Signal.level("sos", true));
        assertThat(again.key()).isEqualTo(first.key());
        assertThat(understood(fromHub(NAME, "{\"sos\":false}")).signals())
                .containsExactly(Signal.level("sos", false));
    }

    @Test
    void the_hubs_time_is_read_in_both_its_shapes() {
        assertThat(
                understood(fromHub(NAME, "{\"action\":\"sos\",\"last_seen\":\"2026-11-21T19:12:03+08:00\"}"))
                        .deviceTime())
                .contains(Instant.parse("2026-11-21T11:12:03Z"));
        assertThat(understood(fromHub(NAME, "{\"action\":\"sos\",\"last_seen\":1795259523000}")).deviceTime())
                .contains(Instant.ofEpochMilli(1795259523000L));
    }

    @Test
    void the_hub_itself_comes_and_goes() {
        assertThat(kinds(fromHub("bridge/state", "{\"state\":\"offline\"}")))
                .containsExactly("bridge_offline");
        assertThat(kinds(fromHub("bridge/state", "online"))).containsExactly("bridge_online");
    }

    @Test
    void a_name_nobody_registered_is_kept_for_a_human() {
        assertThat(unreadable(fromHub("kitchen", "{\"action\":\"emergency\"}")).lifeLooking()).isTrue();
        assertThat(unreadable(fromHub("kitchen", "{\"temperature\":21}")).lifeLooking()).isFalse();
    }

    @Test
    void F24_no_bytes_make_the_decoder_fail() {
        Random random = new Random(12349);
        byte[] seed = "{\"action\":\"emergency\",\"sos\":true,\"last_seen\":1795259523000,\"battery\":null}"
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] mutated = seed.clone();
            for (int flips = random.nextInt(6); flips >= 0; flips--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            assertThat(TestMessages.read(TestMessages.HUB, TestMessages.HUB.topic() + "/" + NAME, mutated))
                    .isNotNull();
        }
    }
}
