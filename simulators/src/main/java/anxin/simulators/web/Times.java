package anxin.simulators.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Times as the contract writes them. */
final class Times {

    private Times() {}

    static Instant read(JsonNode object, String name) {
        String written = object.path(name).asText();
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeParseException e) {
            throw new WebFault("the server's " + name + " '" + written + "' is no RFC 3339 time", e);
        }
    }
}
