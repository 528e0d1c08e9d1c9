package anxin.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One request, already checked against the contract.
 *
 * @param path  the path parameters
 * @param query the query parameters
 * @param body  the JSON body; a missing node where there is none
 */
public record Call(Caller caller, Map<String, String> path, Map<String, String> query, JsonNode body) {

    public Optional<String> findQuery(String name) {
        return Optional.ofNullable(query.get(name)).map(value -> storable(name, value));
    }

    /** A query parameter that the contract requires. */
    public String query(String name) {
        return findQuery(name)
                .orElseThrow(() -> new IllegalStateException("the contract does not require " + name));
    }

    public UUID pathId(String name) {
        String text = path.get(name);
        if (text == null) {
            throw new IllegalStateException("the contract has no path parameter " + name);
        }
        return UUID.fromString(text);
    }

    /** A field that the contract requires. */
    public String text(String field) {
        return findText(field)
                .orElseThrow(() -> new IllegalStateException("the contract does not require " + field));
    }

    public Optional<String> findText(String field) {
        JsonNode value = body.path(field);
        if (!value.isTextual()) {
            return Optional.empty();
        }
        return Optional.of(storable(field, value.textValue()));
    }

    public Optional<Instant> findInstant(String field) {
        return findText(field).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException unreadable) {
                throw new InvalidField(field, "not a time like 2026-11-21T11:02:03Z");
            }
        });
    }

    /** @throws InvalidField when the text holds what no database keeps */
    public static String storable(String field, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new InvalidField(field, "the character NUL cannot be stored");
        }
        return text;
    }
}
