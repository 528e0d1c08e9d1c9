package anxin.gateway;

import anxin.dispatcher.device.Device;
import anxin.dispatcher.device.DeviceFamily;
import anxin.dispatcher.device.DeviceId;
import anxin.dispatcher.device.DeviceKind;
import anxin.dispatcher.message.Message;
import anxin.dispatcher.message.Reading;
import anxin.dispatcher.message.Signal;
import anxin.dispatcher.store.Jurisdiction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A wristband and a hub with one button, and what they publish. */
public final class TestMessages {

    public static final Instant NOW = Instant.parse("2026-11-21T11:12:07Z");
    private static final Jurisdiction BANNER = new Jurisdiction(new UUID(0, 1), "150627100");

    public static final Device BAND = new Device(new DeviceId(new UUID(0, 2)), BANNER, "demo", "wb-0001",
            DeviceFamily.NATIVE, DeviceKind.WRISTBAND, "anxin/v1/demo/wb-0001", Optional.empty(),
            Optional.empty());
    public static final Device HUB = new Device(new DeviceId(new UUID(0, 3)), BANNER, "demo", "hub-012",
            DeviceFamily.ZIGBEE2MQTT, DeviceKind.HUB, "zigbee2mqtt/hub-012", Optional.empty(),
            Optional.empty());
    public static final Device BUTTON = new Device(new DeviceId(new UUID(0, 4)), BANNER, "demo",
            "bed room/sos",
            DeviceFamily.ZIGBEE2MQTT, DeviceKind.BUTTON, "zigbee2mqtt/hub-012", Optional.of(HUB.id()),
            Optional.empty());

    private TestMessages() {}

    public static Reading fromBand(String topic, String payload) {
        return read(BAND, BAND.topic() + "/" + topic, payload.getBytes(StandardCharsets.UTF_8));
    }

    public static Reading fromHub(String topic, String payload) {
        return read(HUB, HUB.topic() + "/" + topic, payload.getBytes(StandardCharsets.UTF_8));
    }

    public static Reading read(Device source, String topic, byte[] payload) {
        Message message = new Message(source, topic, payload, 1, false, NOW);
        return new Decoders().read(message, (hub, name) -> hub.equals(HUB) && name.equals(BUTTON.code())
                ? Optional.of(BUTTON)
                : Optional.empty());
    }

    public static Reading.Understood understood(Reading reading) {
        if (reading instanceof Reading.Understood understood) {
            return understood;
        }
        throw new AssertionError("not understood: " + reading);
    }

    public static Reading.Unreadable unreadable(Reading reading) {
        if (reading instanceof Reading.Unreadable unreadable) {
            return unreadable;
        }
        throw new AssertionError("understood: " + reading);
    }

    public static List<String> kinds(Reading reading) {
        return understood(reading).signals().stream().map(Signal::kind).toList();
    }
}
