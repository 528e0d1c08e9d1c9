package anxin.gateway.door;

import anxin.dispatcher.device.Device;
import anxin.dispatcher.device.DeviceFamily;
import anxin.dispatcher.device.DeviceKind;
import anxin.dispatcher.message.Message;
import anxin.dispatcher.message.Receipt;
import anxin.gateway.nativeformat.EventAnswer;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connected device or hub: takes its messages in order and acknowledges each when it is durable. */
final class Session {

    static final int DEVICE_BYTES = 16 * 1024;
    static final int HUB_BYTES = 1024 * 1024;
    /** Unacknowledged messages a client may have under way; beyond it the connection is cut and the device resends. */
    static final int IN_FLIGHT = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final MqttEndpoint endpoint;
    private final Device device;
    private final InstantSource clock;
    private final Line alarms;
    private final Line telemetry;
    private boolean wantsAnswers;

    Session(Vertx vertx, MqttEndpoint endpoint, Device device, MqttDoor.Lanes lanes, InstantSource clock) {
        this.endpoint = endpoint;
        this.device = device;
        this.clock = clock;
        this.alarms = new Line(vertx, lanes.alarms(), lanes.takeAlarm(), this::stored);
        this.telemetry = new Line(vertx, lanes.telemetry(), lanes.takeTelemetry(), this::stored);
    }

    void listen() {
        endpoint.publishAutoAck(false);
        endpoint.publishHandler(this::published);
        endpoint.publishReleaseHandler(endpoint::publishComplete);
        endpoint.subscribeHandler(this::subscribe);
        endpoint.unsubscribeHandler(request -> endpoint.unsubscribeAcknowledge(request.messageId()));
        endpoint.exceptionHandler(fault -> LOG.info("connection of device {} failed: {}", device.id(),
                fault.getMessage()));
    }

    void close() {
        try {
            endpoint.close();
        } catch (IllegalStateException closedAlready) {
            LOG.debug("connection of device {} was closed already", device.id());
        }
    }

    /** The connection is gone: what is stored stays, what is not stored is not acknowledged. */
    void closed() {
        alarms.stop();
        telemetry.stop();
    }

    private void published(MqttPublishMessage publish) {
        Line line = isTelemetry(publish.topicName()) ? telemetry : alarms;
        if (line.length() >= IN_FLIGHT) {
            LOG.warn("device {} has {} messages waiting, connection cut", device.id(), IN_FLIGHT);
            endpoint.close();
            return;
        }
        byte[] payload = publish.payload().getBytes();
        Message message = new Message(device, printable(publish.topicName()), bounded(payload),
                publish.qosLevel().value(),
                publish.isRetain(), clock.instant());
        line.add(new Line.Waiting(message, publish.messageId()));
    }

    // A NUL is legal nowhere in MQTT and cannot be stored as text; the message still counts.
    private static String printable(String topic) {
        return topic.replace('\0', '\uFFFD');
    }

    // The head of an oversized message is enough to show a human that there was one; it cannot decode any more.
    private byte[] bounded(byte[] payload) {
        int most = device.kind() == DeviceKind.HUB ? HUB_BYTES : DEVICE_BYTES;
        return payload.length <= most ? payload : Arrays.copyOf(payload, most);
    }

    private boolean isTelemetry(String topic) {
        return device.family() == DeviceFamily.NATIVE
                && (topic.startsWith(device.topic() + "/tel/") || topic.equals(device.topic() + "/state"));
    }

    // The one place where a device is told that we have it: after the commit.
    private void stored(Line.Waiting waiting, Receipt receipt) {
        if (!endpoint.isConnected()) {
            return;
        }
        switch (waiting.message().qos()) {
            case 1 -> endpoint.publishAcknowledge(waiting.packet());
            case 2 -> endpoint.publishReceived(waiting.packet());
            default -> {
            }
        }
        if (wantsAnswers) {
            EventAnswer.to(waiting.message(), receipt.incident())
                    .ifPresent(answer -> endpoint.publish(answer.topic(),
                            Buffer.buffer(answer.payload()), MqttQoS.AT_LEAST_ONCE, false, false));
        }
    }

    private void subscribe(MqttSubscribeMessage request) {
        List<MqttQoS> granted = new ArrayList<>();
        for (MqttTopicSubscription asked : request.topicSubscriptions()) {
            boolean own = mayHear(asked.topicName());
            granted.add(own ? atMost(asked.qualityOfService()) : MqttQoS.FAILURE);
            wantsAnswers |= own && covers(asked.topicName(), "evt-ack");
        }
        endpoint.subscribeAcknowledge(request.messageId(), granted);
    }

    private boolean mayHear(String filter) {
        if (!device.owns(filter)) {
            return false;
        }
        String rest = filter.substring(device.topic().length() + 1);
        return switch (device.family()) {
            case NATIVE -> rest.equals("evt-ack") || rest.equals("help") || rest.startsWith("cmd/");
            case ZIGBEE2MQTT -> true;
        };
    }

    private boolean covers(String filter, String name) {
        return filter.equals(device.topic() + "/" + name);
    }

    private static MqttQoS atMost(MqttQoS asked) {
        return asked == MqttQoS.EXACTLY_ONCE ? MqttQoS.AT_LEAST_ONCE : asked;
    }
}
