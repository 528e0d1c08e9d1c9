package anxin.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import anxin.dispatcher.invariant.Verification;
import anxin.main.demo.TownFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What arrives broken, forged or twice. */
class BadInputTest {

    @TempDir
    static Path folder;

    private static TestServer anxin;

    @BeforeAll
    static void start() {
        anxin = TestServer.start(folder);
    }

    @AfterAll
    static void stop() {
        anxin.close();
    }

    @Test
    void F24_what_cannot_be_read_is_kept_shown_and_acknowledged_and_the_next_is_handled() throws Exception {
        try (TestBand band = TestBand.connect(anxin.server().mqttPort(), anxin.wristband())) {
            String topic = anxin.wristband().topic();
            band.publish(topic + "/evt/sos", "{\"v\":1,\"boot\":\"7f3a\",");
            band.publish(topic + "/evt/sos", new byte[]{(byte) 0xff, (byte) 0xfe, 0x00});
            band.publish(topic + "/evt/sos", "[".repeat(5_000));
            band.publish(topic + "/evt/sos", "{\"v\":1,\"boot\":\"7f3a\",\"seq\":1.5}");
            band.publish(topic + "/evt/sos", "");
            band.publish(topic + "/nonsense", "{}");
            band.publish("anxin/v1/demo/wb-9999/evt/sos", "{\"v\":1,\"boot\":\"x\",\"seq\":1}");
            band.press(4711);

            await().until(band::answer, answer -> answer != null && answer.contains("4711"));
            JsonNode notices = anxin.operator("seat1").get("/desk/notices").body().path("notices");
            assertThat(notices)
                    .filteredOn(notice -> notice.path("device").asText().equals(anxin.wristband().id()))
                    .hasSize(7);
            assertThat(notices).anyMatch(notice -> notice.path("encoding").asText().equals("hex"));
            assertThat(notices).allMatch(notice -> !notice.path("reason").asText().isEmpty());
            assertThat(notices).anyMatch(notice -> notice.path("lifeLooking").asBoolean());
            assertThat(holds()).isTrue();
        }
    }

    @Test
    void an_unknown_credential_is_refused_and_seen_once() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> TestBand.connect(anxin.server().mqttPort(),
                    anxin.town().devices().getLast(), "guess"))
                    .isInstanceOf(MqttException.class);
        }

        JsonNode notices = anxin.operator("seat1").get("/desk/notices").body().path("notices");
        assertThat(notices).filteredOn(notice -> notice.path("kind").asText().equals("refused-credential"))
                .hasSize(1)
                .allMatch(notice -> notice.path("times").asInt() == 3);
    }

    @Test
    void the_same_message_again_is_one_message() throws Exception {
        try (TestBand band = TestBand.connect(anxin.server().mqttPort(), device("wb-0003"))) {
            band.press(1);
            String first = band.answer();
            band.press(1);

            assertThat(band.answer()).isEqualTo(first);
            assertThat(presses("wb-0003")).isEqualTo(1);
            band.press(2);
            band.answer();
            assertThat(presses("wb-0003")).isEqualTo(2);
        }
    }

    @Test
    void one_press_of_a_zigbee_button_in_three_shapes_is_one_press() throws Exception {
        var button = anxin.zigbeeButton();
        try (TestBand hub = TestBand.connect(anxin.server().mqttPort(), button)) {
            String topic = button.topic() + "/" + button.name();
            hub.publish(topic, "{\"action\":\"emergency\",\"battery\":null,\"linkquality\":90}");
            hub.publish(topic, "{\"action\":\"\",\"battery\":null,\"linkquality\":90}");
            hub.publish(topic + "/action", "emergency");
        }

        assertThat(presses("sos-bedroom")).isEqualTo(1);
        assertThat(holds()).isTrue();
    }

    @Test
    void K4_an_alarm_six_hours_old_rings_and_says_its_age() throws Exception {
        try (TestBand band = TestBand.connect(anxin.server().mqttPort(), device("wb-0007"))) {
            String old = anxin.server().dispatcher().clock().instant().minusSeconds(6 * 3600).toString();
            band.publish(device("wb-0007").topic() + "/evt/sos",
                    "{\"v\":1,\"boot\":\"a1\",\"seq\":9,\"t\":\"" + old + "\",\"state\":\"raise\"}");
            band.answer();
        }

        JsonNode card = card("wb-0007");
        assertThat(card.path("ageBand").asText()).isEqualTo("old");
        assertThat(card.path("desk").asText()).isEqualTo("queued");
    }

    @Test
    void F14_a_device_clock_wrong_by_years_suppresses_nothing() throws Exception {
        try (TestBand band = TestBand.connect(anxin.server().mqttPort(), device("wb-0010"))) {
            band.publish(device("wb-0010").topic() + "/evt/sos",
                    "{\"v\":1,\"boot\":\"a1\",\"seq\":9,\"t\":\"2010-01-01T00:00:00Z\",\"state\":\"raise\"}");
            band.answer();
        }

        assertThat(card("wb-0010").path("ageBand").asText()).isEqualTo("undatable");
    }

    @Test
    void a_number_used_for_something_else_before_does_not_swallow_the_press() throws Exception {
        try (TestBand band = TestBand.connect(anxin.server().mqttPort(), device("wb-0014"))) {
            band.publish(device("wb-0014").topic() + "/tel/vitals", "{\"v\":1,\"boot\":\"7f3a\",\"seq\":2}");
            band.press(2);
            band.answer();
        }

        assertThat(presses("wb-0014")).isEqualTo(1);
    }

    @Test
    void a_kind_of_event_nobody_knows_is_shown_to_a_human() throws Exception {
        try (TestBand band = TestBand.connect(anxin.server().mqttPort(), device("wb-0015"))) {
            band.publish(device("wb-0015").topic() + "/evt/panic", "{\"v\":1,\"boot\":\"7f3a\",\"seq\":2}");
        }

        assertThat(anxin.operator("seat1").get("/desk/notices").body().path("notices"))
                .anyMatch(notice -> notice.path("reason").asText().contains("panic")
                        && notice.path("lifeLooking").asBoolean());
    }

    @Test
    void smoke_behind_a_hub_is_an_alarm_in_both_its_shapes() throws Exception {
        var button = anxin.town().devices().stream()
                .filter(device -> device.id().equals("hub-008/sos-bedroom"))
                .findFirst().orElseThrow();
        try (TestBand hub = TestBand.connect(anxin.server().mqttPort(), button)) {
            hub.publish(button.topic() + "/" + button.name(), "{\"smoke\":true,\"battery\":90}");
            hub.publish(button.topic() + "/" + button.name() + "/gas", "ON");
        }

        assertThat(anxin.operator("seat1").get("/desk/incidents").body().path("incidents"))
                .extracting(card -> card.path("type").asText()).contains("smoke", "gas");
    }

    @Test
    void a_time_no_calendar_has_costs_nothing() throws Exception {
        try (TestBand band = TestBand.connect(anxin.server().mqttPort(), device("wb-0018"))) {
            band.publish(device("wb-0018").topic() + "/evt/sos",
                    "{\"v\":1,\"boot\":\"a1\",\"seq\":9,\"t\":\"+300000-01-01T00:00:00Z\",\"state\":\"raise\"}");
            band.answer();
        }

        assertThat(card("wb-0018").path("ageBand").asText()).isEqualTo("undatable");
    }

    @Test
    void connections_that_break_off_while_they_are_let_in_lock_nobody_out() throws Exception {
        var device = device("wb-0019");
        byte[] connect = connectPacket(device.user(), device.secret());
        for (int i = 0; i < 60; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), anxin.server().mqttPort())) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream().write(connect);
                socket.getOutputStream().flush();
            }
        }

        try (TestBand band = TestBand.connect(anxin.server().mqttPort(), device)) {
            band.press();
            assertThat(band.answer()).isNotNull();
        }
    }

    @Test
    void a_nul_in_a_topic_blocks_nothing_behind_it() throws Exception {
        var device = device("wb-0022");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), anxin.server().mqttPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(connectPacket(device.user(), device.secret()));
            assertThat(socket.getInputStream().readNBytes(4)).as("CONNACK").startsWith(0x20, 2);
            socket.getOutputStream().write(publishPacket(1, device.topic() + "/evt/s\0s", "{}"));
            socket.getOutputStream().write(publishPacket(2, device.topic() + "/evt/sos",
                    "{\"v\":1,\"boot\":\"7f3a\",\"seq\":1}"));
            assertThat(socket.getInputStream().readNBytes(8)).containsExactly(0x40, 2, 0, 1, 0x40, 2, 0, 2);
        }

        assertThat(presses("wb-0022")).isEqualTo(1);
    }

    @Test
    void a_nul_in_a_text_is_refused_naming_the_field() throws Exception {
        ApiClient.Answer refused = anxin.operator("seat1").post(
                "/desk/incidents/01949b1a-0000-7000-8000-000000000000/notes", "{\"text\":\"a\\u0000b\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("field").asText()).isEqualTo("text");
    }

    @Test
    void wrong_json_is_refused_naming_the_field() throws Exception {
        ApiClient desk = anxin.operator("seat1");
        String close = "/desk/incidents/01949b1a-0000-7000-8000-000000000000/close";

        ApiClient.Answer unknownCause = desk.post(close,
                Map.of("cause", "bad-luck", "action", "none", "note", "…"));
        ApiClient.Answer missingNote = desk.post(close, Map.of("cause", "pain", "action", "none"));
        ApiClient.Answer notJson = desk.post(close, "{\"cause\":");
        ApiClient.Answer noKey = desk.send("POST", close,
                Map.of("cause", "pain", "action", "none", "note", "…"), Map.of());
        ApiClient.Answer badId = desk.get("/desk/incidents/not-a-uuid");

        assertThat(unknownCause.status()).isEqualTo(400);
        assertThat(unknownCause.body().path("field").asText()).isEqualTo("cause");
        assertThat(missingNote.body().path("field").asText()).isEqualTo("note");
        assertThat(notJson.status()).isEqualTo(400);
        assertThat(noKey.body().path("field").asText()).isEqualTo("Idempotency-Key");
        assertThat(badId.status()).isEqualTo(400);
        assertThat(badId.body().path("field").asText()).isEqualTo("incident");
    }

    @Test
    void a_repeated_command_has_one_effect_and_the_same_answer() throws Exception {
        try (TestBand band = TestBand.connect(anxin.server().mqttPort(), device("wb-0011"))) {
            band.press();
            band.answer();
        }
        ApiClient desk = anxin.operator("seat1");
        String notes = "/desk/incidents/" + card("wb-0011").path("id").asText() + "/notes";

        ApiClient.Answer first = desk.postWithKey(notes, Map.of("text", "一次"), "same-key-1");
        ApiClient.Answer again = desk.postWithKey(notes, Map.of("text", "一次"), "same-key-1");
        ApiClient.Answer other = desk.postWithKey(notes, Map.of("text", "两次"), "same-key-1");

        assertThat(again).isEqualTo(first);
        assertThat(first.body().path("timeline"))
                .filteredOn(event -> event.path("kind").asText().equals("note"))
                .hasSize(1);
        assertThat(other.status()).isEqualTo(422);
    }

    // MQTT 3.1.1 CONNECT with a clean session, user name and password.
    private static byte[] connectPacket(String user, String secret) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeUTF("MQTT");
        out.write(new byte[]{4, (byte) 0xC2, 0, 30});
        out.writeUTF(user);
        out.writeUTF(user);
        out.writeUTF(secret);
        byte[] packet = new byte[body.size() + 2];
        packet[0] = 0x10;
        packet[1] = (byte) body.size();
        System.arraycopy(body.toByteArray(), 0, packet, 2, body.size());
        return packet;
    }

    // MQTT 3.1.1 PUBLISH at QoS 1.
    private static byte[] publishPacket(int id, String topic, String payload) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        byte[] name = topic.getBytes(StandardCharsets.UTF_8);
        out.writeShort(name.length);
        out.write(name);
        out.writeShort(id);
        out.write(payload.getBytes(StandardCharsets.UTF_8));
        byte[] packet = new byte[body.size() + 2];
        packet[0] = 0x32;
        packet[1] = (byte) body.size();
        System.arraycopy(body.toByteArray(), 0, packet, 2, body.size());
        return packet;
    }

    private static boolean holds() {
        return Verification.of(anxin.server().dispatcher().sql(), Optional.empty(),
                anxin.server().dispatcher().clock().instant()).holds();
    }

    private static TownFile.TownDevice device(String id) {
        return anxin.town().devices().stream().filter(device -> device.id().equals(id)).findFirst()
                .orElseThrow();
    }

    private static int presses(String device) throws Exception {
        return card(device).path("presses").asInt();
    }

    private static JsonNode card(String device) throws Exception {
        for (JsonNode card : anxin.operator("seat1").get("/desk/incidents").body().path("incidents")) {
            if (card.path("device").asText().equals(device)) {
                return card;
            }
        }
        throw new AssertionError("no card of " + device);
    }
}
