package anxin.simulators.device;

import anxin.simulators.town.TownDevice;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A hub running zigbee2mqtt, with the messages of captured ones. It has no store and forward: what cannot be published
 * is logged and gone, exactly as there.
 */
public final class ZigbeeHub implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ZigbeeHub.class);

    private final String hub;
    private final Workshop workshop;
    private final MqttLink link;

    /** Any device behind the hub will do; each carries the hub's account and base topic. */
    public ZigbeeHub(TownDevice one, Workshop workshop) {
        this.workshop = workshop;
        hub = one.user();
        link = new MqttLink(
                new MqttAccount(workshop.server(), one.user(), one.secret(), one.topic() + "/bridge/state",
                        bridge("online"), bridge("offline"), List.of()),
                workshop.backoff(), new Silent());
    }

    public void open() {
        link.open();
    }

    /** Waits for the first connection; a {@link DeviceFault} says that the server is not ours or does not answer in time. */
    public void awaitConnected(Duration atMost) {
        link.awaitConnected(atMost);
    }

    public boolean isConnected() {
        return link.isConnected();
    }

    /** A TS0215A button: one press is three publishes (zigbee-herdsman-converters issue 2797). */
    public void press(TownDevice button) {
        int quality = linkQuality();
        publish(button, "", Envelope.text(buttonState("emergency", quality)));
        publish(button, "", Envelope.text(buttonState("", quality)));
        publish(button, "/action", "emergency");
    }

    /** A PBTZB-110 button: a level that stays until it is cleared and comes again with every report. */
    public void level(TownDevice button, Level sos) {
        publish(button, "", Envelope.text(Envelope.object().put("battery_low", false)
                .put("linkquality", linkQuality()).put("sos", sos == Level.CALLING).put("tamper", false)));
    }

    /** A battery report, the only sign of life such a button gives. */
    public void report(TownDevice button) {
        publish(button, "",
                Envelope.text(Envelope.object().put("battery", 80).put("linkquality", linkQuality())));
    }

    @Override
    public void close() {
        link.close();
    }

    /** What a button with a level says. */
    public enum Level {
        CALM,
        CALLING
    }

    private void publish(TownDevice button, String below, String body) {
        String topic = button.topic() + "/" + button.name() + below;
        boolean out = link.isConnected() && link.publish(MqttMessageOut.event(topic, body), () -> {});
        if (!out) {
            LOG.info("{} has no server: not published on {}", hub, topic);
        }
    }

    private int linkQuality() {
        return workshop.chance().nextInt(40, 200);
    }

    private static ObjectNode buttonState(String action, int quality) {
        return Envelope.object().put("action", action).putNull("battery").put("linkquality", quality);
    }

    private static String bridge(String state) {
        return Envelope.text(Envelope.object().put("state", state));
    }

    private static final class Silent implements MqttLink.Listener {

        @Override
        public void connected() {
            // The bridge state is said with the connection itself.
        }

        @Override
        public void message(String topic, String payload) {
            // It subscribes to nothing.
        }
    }
}
