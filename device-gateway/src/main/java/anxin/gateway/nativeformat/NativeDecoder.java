package anxin.gateway.nativeformat;

import anxin.dispatcher.device.Device;
import anxin.dispatcher.message.Message;
import anxin.dispatcher.message.MessageKey;
import anxin.dispatcher.message.Reading;
import anxin.dispatcher.message.Signal;
import anxin.dispatcher.message.TimeQuality;
import anxin.gateway.Decoder;
import anxin.gateway.Decoders;
import anxin.gateway.DeviceMessageException;
import anxin.gateway.JsonBody;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code evt/<kind>}, {@code tel/<kind>} and {@code state} of our own format, version 1. */
public final class NativeDecoder implements Decoder {

    private static final int LOW_BATTERY_PERCENT = 15;
    private static final Duration SAME_STATE = Duration.ofSeconds(3);

    @Override
    public Reading read(Message message, Registry registry) {
        try {
            String rest = message.topic().substring(message.source().topic().length() + 1);
            if (rest.equals("state")) {
                return state(message);
            }
            String[] levels = rest.split("/", -1);
            if (levels.length == 2 && levels[0].equals("evt")) {
                ObjectNode body = JsonBody.object(message.payload());
                Signal signal = eventSignal(levels[1], body);
                // Somebody made this event for a reason; a word we do not know is for a human to read.
                return signal.isKnown()
                        ? envelope(message, body, signal)
                        : new Reading.Unreadable("no such kind of event: " + levels[1], true);
            }
            if (levels.length == 2 && levels[0].equals("tel")) {
                return envelope(message, JsonBody.object(message.payload()), Signal.note(kind(levels[1])));
            }
            if (levels.length == 3 && levels[0].equals("cmd") && levels[2].equals("res")) {
                return envelope(message, JsonBody.object(message.payload()), Signal.note("command_result"));
            }
            throw new DeviceMessageException("no such topic in the native format: …/" + rest);
        } catch (DeviceMessageException unreadable) {
            return new Reading.Unreadable(String.valueOf(unreadable.getMessage()),
                    Decoders.looksLikeLife(message));
        }
    }

    private static Reading envelope(Message message, ObjectNode body, Signal signal)
            throws DeviceMessageException {
        if (body.path("v").asInt(0) != 1) {
            throw new DeviceMessageException("field v is not 1");
        }
        String boot = required(body, "boot");
        long sequence = sequence(body);
        List<Signal> signals = new ArrayList<>(List.of(signal));
        lowBattery(body).ifPresent(signals::add);
        Device device = message.source();
        return new Reading.Understood(device, new MessageKey.Numbered(boot + ":" + sequence),
                List.copyOf(signals),
                time(body), claimed(body), body.path("exercise").asBoolean(false));
    }

    // The retained state and the will are levels of being online; they carry no number.
    private static Reading state(Message message) throws DeviceMessageException {
        ObjectNode body = JsonBody.object(message.payload());
        JsonNode online = body.get("online");
        if (online == null || !online.isBoolean()) {
            throw new DeviceMessageException("field online is not true or false");
        }
        String boot = required(body, "boot");
        Signal signal = Signal.note(online.booleanValue() ? "device_online" : "device_offline");
        return new Reading.Understood(message.source(),
                new MessageKey.Content("state " + boot + " " + online, SAME_STATE), List.of(signal),
                Optional.empty(),
                Optional.empty(), false);
    }

    private static Signal eventSignal(String kind, ObjectNode body) throws DeviceMessageException {
        String state = JsonBody.findText(body, "state").orElse("raise");
        return switch (state) {
            case "raise" -> Signal.press(kind(kind));
            case "clear" -> new Signal(kind(kind), Signal.State.CLEAR, Signal.Form.PRESS);
            case "info" -> Signal.note(kind(kind));
            default -> throw new DeviceMessageException("field state is none of raise, clear, info");
        };
    }

    private static String kind(String level) throws DeviceMessageException {
        if (!level.matches("[a-z][a-z0-9_]{0,31}")) {
            throw new DeviceMessageException("the topic's kind is no word of the vocabulary");
        }
        return level;
    }

    private static Optional<Signal> lowBattery(ObjectNode body) {
        JsonNode battery = body.get("bat");
        return battery != null && battery.isNumber() && battery.asInt() <= LOW_BATTERY_PERCENT
                ? Optional.of(Signal.press("low_battery"))
                : Optional.empty();
    }

    private static String required(ObjectNode body, String field) throws DeviceMessageException {
        return JsonBody.findText(body, field)
                .filter(text -> !text.isEmpty() && text.length() <= 64)
                .orElseThrow(() -> new DeviceMessageException("field " + field + " is missing"));
    }

    private static long sequence(ObjectNode body) throws DeviceMessageException {
        JsonNode sequence = body.get("seq");
        if (sequence == null || !sequence.canConvertToLong() || !sequence.isIntegralNumber()
                || sequence.asLong() < 0) {
            throw new DeviceMessageException("field seq is not a whole number");
        }
        return sequence.asLong();
    }

    // A time that cannot be read is no reason to lose an alarm: then the receive time counts.
    private static Optional<Instant> time(ObjectNode body) {
        return JsonBody.findText(body, "t").flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeParseException unreadable) {
                return Optional.empty();
            }
        });
    }

    private static Optional<TimeQuality> claimed(ObjectNode body) {
        return JsonBody.findText(body, "tq").flatMap(word -> switch (word) {
            case "ok" -> Optional.of(TimeQuality.OK);
            case "skewed" -> Optional.of(TimeQuality.SKEWED);
            case "implausible" -> Optional.of(TimeQuality.IMPLAUSIBLE);
            default -> Optional.empty();
        });
    }
}
