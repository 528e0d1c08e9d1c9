package anxin.simulators.device;

import anxin.simulators.town.Place;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the bodies of our own format, version 1, and of a hub. */
final class Envelope {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter DEVICE_TIME = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Envelope() {}

    /** @param place absent for a device that does not know where it is, such as a button on a wall */
    static String event(EventKey key, Instant at, int battery, @Nullable Place place) {
        return envelope(key, at, "raise", battery, place);
    }

    static String telemetry(EventKey key, Instant at, int battery) {
        return envelope(key, at, "info", battery, null);
    }

    static String online(String boot, int battery) {
        return text(object().put("online", true).put("boot", boot).put("fw", "1.4").put("bat", battery));
    }

    /** Carries the boot, so that an old will cannot mark a new session offline. */
    static String offline(String boot) {
        return text(object().put("online", false).put("boot", boot));
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String text(ObjectNode body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }

    private static String envelope(EventKey key, Instant at, String state, int battery,
            @Nullable Place place) {
        ObjectNode body = object().put("v", 1).put("boot", key.boot()).put("seq", key.seq())
                .put("t", DEVICE_TIME.format(at)).put("tq", "ok").put("state", state).put("bat", battery);
        if (place != null) {
            body.putObject("loc").put("lat", place.latitude()).put("lon", place.longitude()).put("acc", 12);
        }
        body.put("exercise", false).putObject("data");
        return text(body);
    }
}
