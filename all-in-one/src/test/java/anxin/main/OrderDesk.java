package anxin.main;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** A seat that takes calls of people who want something, as a program would. */
final class OrderDesk {

    private final ApiClient client;

    OrderDesk(ApiClient client) {
        this.client = client;
    }

    ApiClient client() {
        return client;
    }

    /** What a resident may have today. */
    JsonNode service(String resident, String service) throws Exception {
        JsonNode services = client.get("/desk/residents/" + resident + "/services").body().path("services");
        return StreamSupport.stream(services.spliterator(), false)
                .filter(each -> each.path("service").asText().equals(service)).findFirst().orElseThrow();
    }

    /** The first window in which it can still be ordered. */
    static JsonNode window(JsonNode service) {
        return StreamSupport.stream(service.path("windows").spliterator(), false)
                .filter(each -> each.path("orderable").asBoolean()).findFirst().orElseThrow();
    }

    /** What a caller of this resident says, to begin as early as it can. */
    static Map<String, Object> request(String resident, String service, JsonNode window) {
        return new TreeMap<>(Map.of("resident", resident, "service", service, "startsAt",
                window.path("earliest").asText(), "requestedBy", "resident", "consent", true, "selfPay",
                true));
    }

    ApiClient.Answer place(Map<String, Object> request) throws Exception {
        return client.post("/desk/orders", request);
    }

    JsonNode file(String order) throws Exception {
        ApiClient.Answer answer = client.get("/desk/orders/" + order);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    List<String> story(String order) throws Exception {
        List<String> story = new ArrayList<>();
        file(order).path("timeline").forEach(event -> story.add(event.path("kind").asText()));
        return story;
    }
}
