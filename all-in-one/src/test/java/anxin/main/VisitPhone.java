package anxin.main;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A caregiver's phone as visits need it: on duty, at the town's centre, answering offers and taking steps. */
final class VisitPhone {

    private final ApiClient client;

    private VisitPhone(ApiClient client) {
        this.client = client;
    }

    static VisitPhone onDuty(ApiClient client) throws Exception {
        assertThat(client.post("/phone/duty", Map.of("state", "on")).status()).isEqualTo(200);
        client.post("/phone/position", Map.of("latitude", 39.605, "longitude", 109.781, "accuracy", 12));
        return new VisitPhone(client);
    }

    ApiClient client() {
        return client;
    }

    /** The only visit this phone is asked for, if it is asked. */
    Optional<JsonNode> offer() throws Exception {
        JsonNode offers = today().path("visitOffers");
        assertThat(offers.size()).isLessThanOrEqualTo(1);
        return Optional.ofNullable(offers.get(0));
    }

    ApiClient.Answer accept(JsonNode offer) throws Exception {
        return client.post("/phone/offers/" + offer.path("id").asText() + "/accept");
    }

    /** The visit in hand. */
    JsonNode visit() throws Exception {
        return today().path("visits").get(0);
    }

    JsonNode today() throws Exception {
        return client.get("/phone/today").body();
    }

    /** A step at the visit's own door, by a phone whose clock is right. */
    ApiClient.Answer step(String step, Map<String, String> checks) throws Exception {
        JsonNode visit = visit();
        return step(visit, step, checks,
                Optional.of(Map.of("latitude", visit.path("latitude").asDouble(), "longitude",
                        visit.path("longitude").asDouble(), "accuracy", 9)));
    }

    ApiClient.Answer step(JsonNode visit, String step, Map<String, String> checks,
            Optional<Map<String, ?>> position)
            throws Exception {
        Map<String, Object> body = new TreeMap<>(
                Map.of("step", step, "deviceTime", Instant.now().toString(), "note", "好"));
        if (!checks.isEmpty()) {
            body.put("checks", checks);
        }
        position.ifPresent(place -> body.put("position", place));
        return client.post("/phone/visits/" + visit.path("id").asText() + "/steps", body);
    }
}
