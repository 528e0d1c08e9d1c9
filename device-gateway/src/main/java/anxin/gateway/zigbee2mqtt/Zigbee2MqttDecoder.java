package anxin.gateway.zigbee2mqtt;

import anxin.dispatcher.device.Device;
import anxin.dispatcher.message.Message;
import anxin.dispatcher.message.MessageKey;
import anxin.dispatcher.message.Reading;
import anxin.dispatcher.message.Signal;
import anxin.gateway.Decoder;
import anxin.gateway.Decoders;
import anxin.gateway.DeviceMessageException;
import anxin.gateway.JsonBody;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a zigbee2mqtt hub publishes under its base topic: the JSON of a device, its attributes as plain text, the
 * hub's own state. One press of a button comes in up to three shapes; they share one key.
 */
public final class Zigbee2MqttDecoder implements Decoder {

    private static final Map<String, String> LEVELS = Map.of("sos", "sos", "smoke", "smoke", "gas", "gas",
            "carbon_monoxide", "co", "water_leak", "water_leak");
    private static final Set<String> ON = Set.of("true", "on", "1", "yes");
    private static final List<String> FALLS = List.of("fall", "fall_status", "fall_down_status", "alarm",
            "panic");
    private static final Set<String> QUIET = Set.of("", "false", "off", "0", "no", "none", "normal", "clear",
            "idle");
    // Without a time from the hub, the same content within this long is the same press.
    private static final Duration SAME_PRESS = Duration.ofSeconds(3);
    private static final Duration EXACT = Duration.ofDays(365);

    @Override
    public Reading read(Message message, Registry registry) {
        try {
            String rest = message.topic().substring(message.source().topic().length() + 1);
            if (rest.startsWith("bridge/")) {
                return bridge(message, rest);
            }
            Optional<Device> device = registry.find(message.source(), rest);
            if (device.isPresent()) {
                return deviceJson(message, device.get());
            }
            return attributeOrUnknown(message, registry, rest);
        } catch (DeviceMessageException unreadable) {
            return new Reading.Unreadable(String.valueOf(unreadable.getMessage()),
                    Decoders.looksLikeLife(message));
        }
    }

    // Friendly names may contain slashes, so the longest registered name wins.
    private static Reading attributeOrUnknown(Message message, Registry registry, String rest)
            throws DeviceMessageException {
        int slash = rest.lastIndexOf('/');
        Optional<Device> owner = slash < 0
                ? Optional.empty()
                : registry.find(message.source(), rest.substring(0, slash));
        if (owner.isEmpty()) {
            return new Reading.Unreadable("no device of this name behind the hub: " + rest,
                    Decoders.looksLikeLife(message));
        }
        return attribute(message, owner.get(), rest.substring(slash + 1));
    }

    private static Reading bridge(Message message, String rest) throws DeviceMessageException {
        String text = JsonBody.text(message.payload());
        Signal signal = switch (rest) {
            case "bridge/state" -> Signal.note(text.contains("offline") ? "bridge_offline" : "bridge_online");
            default -> Signal.note("bridge");
        };
        return understood(message.source(), new MessageKey.Content(rest + " " + text, SAME_PRESS),
                List.of(signal),
                Optional.empty());
    }

    private static Reading deviceJson(Message message, Device device) throws DeviceMessageException {
        ObjectNode body = JsonBody.object(message.payload());
        Optional<Instant> time = time(body.get("last_seen"));
        List<Signal> signals = new ArrayList<>();
        Optional<String> action = JsonBody.findText(body, "action").or(() -> JsonBody.findText(body, "click"))
                .filter(word -> !word.isEmpty());
        action.map(Zigbee2MqttDecoder::pressed).ifPresent(signals::add);
        LEVELS.forEach((field, kind) -> level(body, field, kind).ifPresent(signals::add));
        level(body, "tamper", "tamper").filter(signal -> signal.state() == Signal.State.RAISE)
                .ifPresent(signals::add);
        level(body, "battery_low", "low_battery").filter(signal -> signal.state() == Signal.State.RAISE)
                .ifPresent(signal -> signals.add(Signal.press("low_battery")));
        if (signals.isEmpty()) {
            Optional<String> alarming = alarming(body);
            if (alarming.isPresent()) {
                return new Reading.Unreadable("field " + alarming.get() + " looks like an alarm", true);
            }
            signals.add(Signal.note("heartbeat"));
        }
        MessageKey key = action
                .<MessageKey>map(word -> pressKey(device, word))
                .orElseGet(() -> contentKey(device, body, time));
        return understood(device, key, List.copyOf(signals), time);
    }

    private static Reading attribute(Message message, Device device, String attribute)
            throws DeviceMessageException {
        String text = JsonBody.text(message.payload()).strip();
        List<Signal> signals = switch (attribute) {
            case "action", "click" ->
                text.isEmpty() ? List.of(Signal.note("heartbeat")) : List.of(pressed(text));
            case "availability" ->
                List.of(Signal.note(text.contains("offline") ? "device_offline" : "device_online"));
            default -> LEVELS.containsKey(attribute)
                    ? List.of(Signal.level(LEVELS.getOrDefault(attribute, attribute), isOn(text)))
                    : List.of(Signal.note("heartbeat"));
        };
        MessageKey key = attribute.equals("action") && !text.isEmpty()
                ? pressKey(device, text)
                : new MessageKey.Content(device.code() + "/" + attribute + " " + text, SAME_PRESS);
        return understood(device, key, signals, Optional.empty());
    }

    // Buttons say emergency, sos, single, hold and a dozen other words; whatever it is, somebody is at a button that
    // calls for help. Only letting go is not a press.
    private static Signal pressed(String action) {
        return action.startsWith("release") ? Signal.note("released") : Signal.press("sos");
    }

    // The plain-text copy of a press carries no time, so only the window can join it with the JSON.
    private static MessageKey pressKey(Device device, String action) {
        return new MessageKey.Content(device.code() + " action " + action, SAME_PRESS);
    }

    private static MessageKey contentKey(Device device, ObjectNode body, Optional<Instant> time) {
        ObjectNode content = body.deepCopy();
        content.remove(List.of("linkquality", "battery", "voltage"));
        return new MessageKey.Content(device.code() + " " + content, time.isPresent() ? EXACT : SAME_PRESS);
    }

    private static Optional<Signal> level(ObjectNode body, String field, String kind) {
        return JsonBody.findText(body, field).map(text -> Signal.level(kind, isOn(text)));
    }

    private static boolean isOn(String text) {
        return ON.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    // Vocabularies of fall radars differ by maker; until a model is known, a human reads what is not plainly quiet.
    private static Optional<String> alarming(ObjectNode body) {
        return FALLS.stream()
                .filter(field -> JsonBody.findText(body, field)
                        .filter(text -> !QUIET.contains(text.toLowerCase(Locale.ROOT)))
                        .isPresent())
                .findFirst();
    }

    private static Optional<Instant> time(@Nullable JsonNode lastSeen) {
        if (lastSeen == null) {
            return Optional.empty();
        }
        try {
            return lastSeen.isNumber()
                    ? Optional.of(Instant.ofEpochMilli(lastSeen.asLong()))
                    : Optional.of(OffsetDateTime.parse(lastSeen.asText()).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Reading understood(Device device, MessageKey key, List<Signal> signals,
            Optional<Instant> time) {
        return new Reading.Understood(device, key, signals, time, Optional.empty(), false);
    }
}
