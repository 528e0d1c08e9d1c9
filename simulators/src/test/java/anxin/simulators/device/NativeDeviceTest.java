package anxin.simulators.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import anxin.simulators.device.Workshop.Reconnect;
import anxin.simulators.standin.TinyMqtt;
import anxin.simulators.standin.TinyMqtt.Answer;
import anxin.simulators.standin.TinyMqtt.Heard;
import anxin.simulators.town.Place;
import anxin.simulators.town.TownDevice;
import anxin.simulators.town.TownDevice.Family;
import anxin.simulators.town.TownDevice.Kind;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NativeDeviceTest {

    private static final TownDevice WRISTBAND = new TownDevice("wb-0001", Kind.WRISTBAND, Family.NATIVE,
            "wb-0001",
            "secret", "anxin/v1/demo/wb-0001", "wb-0001", new Place(39.6, 109.8));
    private static final TownDevice BUTTON = new TownDevice("zb-0001", Kind.ZIGBEE_BUTTON, Family.ZIGBEE2MQTT,
            "hub-012", "secret", "zigbee2mqtt/hub-012", "sos-bedroom", new Place(39.6, 109.8));
    private static final Duration SOON = Duration.ofSeconds(5);

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final Story story = new Story();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void a_press_is_told_apart_as_sent_taken_over_and_answered() throws IOException {
        try (TinyMqtt server = new TinyMqtt(0, "anxin"); NativeDevice device = device(server.address())) {
            server.onMessage(message -> acknowledge(server, message));
            device.open();
            device.awaitConnected(SOON);
            EventKey key = device.press();

            await().atMost(SOON).until(() -> device.waiting() == 0);
            assertThat(story.words.getFirst()).isEqualTo("sent " + key.seq());
            assertThat(story.words).contains("puback " + key.seq(), "incident-7 " + key.seq());
            assertThat(server.heardOn("/state").getFirst().payload()).contains("\"online\":true");
        }
    }

    @Test
    void a_press_without_a_server_is_kept_and_sent_when_there_is_one() throws IOException {
        int port;
        try (TinyMqtt gone = new TinyMqtt(0, "anxin")) {
            port = gone.address().getPort();
        }
        try (NativeDevice device = device(URI.create("tcp://127.0.0.1:" + port))) {
            device.open();
            device.press();
            try (TinyMqtt server = new TinyMqtt(port, "anxin")) {
                server.onMessage(message -> acknowledge(server, message));

                await().atMost(SOON).until(() -> device.waiting() == 0);
            }
        }
    }

    @Test
    void a_press_that_was_not_confirmed_comes_again_with_the_same_boot_and_number() throws IOException {
        try (TinyMqtt server = new TinyMqtt(0, "anxin"); NativeDevice device = device(server.address())) {
            server.onMessage(message -> message.topic().contains("/evt/") ? Answer.SILENCE : Answer.PUBACK);
            device.open();
            device.awaitConnected(SOON);
            device.press();
            await().atMost(SOON).until(() -> !server.heardOn("/evt/sos").isEmpty());
            server.cutAll();

            await().atMost(SOON).until(() -> server.heardOn("/evt/sos").size() == 2);
            List<Heard> presses = server.heardOn("/evt/sos");
            assertThat(presses.get(1).payload()).isEqualTo(presses.get(0).payload());
        }
    }

    @Test
    void nothing_is_published_to_a_server_that_is_not_ours() throws IOException {
        try (TinyMqtt stranger = new TinyMqtt(0, "somebody");
                NativeDevice device = device(stranger.address())) {
            device.press();
            device.open();

            assertThatThrownBy(() -> device.awaitConnected(SOON)).isInstanceOf(DeviceFault.class)
                    .hasMessageContaining("is not Anxin");
            assertThat(stranger.heard()).isEmpty();
        }
    }

    @Test
    void one_press_of_a_zigbee_button_is_three_messages() throws IOException {
        try (TinyMqtt server = new TinyMqtt(0, "anxin");
                ZigbeeHub hub = new ZigbeeHub(BUTTON, workshop(server.address()))) {
            hub.open();
            hub.awaitConnected(SOON);
            hub.press(BUTTON);

            await().atMost(SOON).until(() -> server.heardOn("sos-bedroom").size() == 3);
            List<Heard> press = server.heardOn("sos-bedroom");
            assertThat(press.get(0).payload())
                    .startsWith("{\"action\":\"emergency\",\"battery\":null,\"linkquality\":");
            assertThat(press.get(1).payload()).startsWith("{\"action\":\"\",\"battery\":null");
            assertThat(press.get(2)).isEqualTo(
                    new Heard("hub-012", "zigbee2mqtt/hub-012/sos-bedroom/action", "emergency"));
            assertThat(server.heardOn("bridge/state").getFirst().payload())
                    .isEqualTo("{\"state\":\"online\"}");
        }
    }

    private NativeDevice device(URI server) {
        return new NativeDevice(WRISTBAND, workshop(server), story);
    }

    private Workshop workshop(URI server) {
        return new Workshop(server, Clock.systemUTC(), timer, new Random(1),
                new Reconnect(Duration.ofMillis(50), Duration.ofMillis(200)));
    }

    private static Answer acknowledge(TinyMqtt server, Heard message) {
        if (message.topic().contains("/evt/")) {
            String known = message.payload().substring(message.payload().indexOf("\"boot\""),
                    message.payload().indexOf(",\"t\""));
            server.send(message.client(), WRISTBAND.topic() + "/evt-ack",
                    "{" + known + ",\"incident\":\"incident-7\"}");
        }
        return Answer.PUBACK;
    }

    private static final class Story implements EventWitness {
        private final List<String> words = new CopyOnWriteArrayList<>();

        @Override
        public void sent(DeviceEvent event) {
            words.add("sent " + event.key().seq());
        }

        @Override
        public void puback(EventKey key) {
            words.add("puback " + key.seq());
        }

        @Override
        public void evtAck(EventKey key, String incident) {
            words.add(incident + " " + key.seq());
        }
    }
}
