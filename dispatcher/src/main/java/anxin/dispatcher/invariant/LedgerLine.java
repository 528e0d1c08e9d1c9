package anxin.dispatcher.invariant;

import anxin.dispatcher.store.Json;
import anxin.dispatcher.store.Word;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act of one device.
 *
 * @param key      as the store keeps it: boot and number
 * @param incident what the device was told; only in an evt-ack, and there only when an incident was named
 */
record LedgerLine(Act act, String device, String key, Instant at, Optional<UUID> incident) {

    enum Act {
        SENT,
        PUBACK,
        EVT_ACK
    }

    /** @throws RuntimeException saying what is wrong with it */
    static LedgerLine parse(String line) {
        if (!line.startsWith("{")) {
            throw new IllegalArgumentException("not a JSON object");
        }
        Map<String, @Nullable Object> fields = Json.read(line, new TypeReference<>() {
        });
        return new LedgerLine(Word.parse(Act.class, text(fields, "e")), text(fields, "device"),
                text(fields, "boot") + ":" + sequence(fields), Instant.parse(text(fields, "at")),
                incident(fields));
    }

    private static String text(Map<String, @Nullable Object> fields, String name) {
        if (fields.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new IllegalArgumentException("field " + name + " is missing");
    }

    private static long sequence(Map<String, @Nullable Object> fields) {
        return switch (fields.get("seq")) {
            case Integer number -> number;
            case Long number -> number;
            case null, default -> throw new IllegalArgumentException("field seq is not a whole number");
        };
    }

    // Devices write an empty text when the answer named no incident.
    private static Optional<UUID> incident(Map<String, @Nullable Object> fields) {
        return fields.get("incident") instanceof String text && !text.isEmpty()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
