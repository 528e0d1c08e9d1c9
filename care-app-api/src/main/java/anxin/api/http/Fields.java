package anxin.api.http;

import anxin.dispatcher.store.Protected;
import anxin.dispatcher.store.Word;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The fields of a JSON object that is being answered. What is absent is left out. */
public final class Fields extends TreeMap<String, Object> {

    public Fields with(String name, Object value) {
        put(name, json(value));
        return this;
    }

    public Fields with(String name, Optional<?> value) {
        value.ifPresent(present -> put(name, json(present)));
        return this;
    }

    private static Object json(Object value) {
        return switch (value) {
            case Instant instant -> instant.truncatedTo(ChronoUnit.MILLIS).toString();
            case Protected text -> text.reveal();
            case Enum<?> constant -> Word.of(constant);
            case UUID id -> id.toString();
            default -> value;
        };
    }
}
