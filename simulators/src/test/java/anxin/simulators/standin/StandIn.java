package anxin.simulators.standin;

import anxin.simulators.standin.StandInWeb.Reply;
import anxin.simulators.standin.TinyMqtt.Answer;
import anxin.simulators.standin.TinyMqtt.Heard;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** A desk in memory: a press opens an incident of its device, every caregiver is asked, the first to accept goes. */
public final class StandIn implements StandInWeb.Desk, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> incidents = new LinkedHashMap<>();
    private final StandInOrders orders = new StandInOrders();
    private final TinyMqtt mqtt;
    private final StandInWeb web;

    public StandIn(int webPort, int mqttPort) throws IOException {
        mqtt = new TinyMqtt(mqttPort, "anxin");
        mqtt.onMessage(this::hear);
        web = new StandInWeb(webPort, this);
    }

    /** Web port and MQTT port; for trying the programs by hand. */
    public static void main(String[] ports) throws IOException, InterruptedException {
        try (StandIn _ = new StandIn(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]))) {
            new CountDownLatch(1).await();
        }
    }

    public TinyMqtt mqtt() {
        return mqtt;
    }

    public StandInOrders orders() {
        return orders;
    }

    public StandInWeb web() {
        return web;
    }

    /** Opens an incident as a press would. */
    public synchronized String raise(String device) {
        ObjectNode open = incidents.values().stream()
                .filter(one -> one.path("device").asText().equals(device))
                .filter(one -> !one.path("desk").asText().equals("closed")).findFirst()
                .orElseGet(() -> fresh(device));
        open.put("presses", open.path("presses").asInt() + 1);
        open.put("lastSignalAt", Clock.systemUTC().instant().toString());
        web.change();
        return open.path("id").asText();
    }

    @Override
    public synchronized Reply get(String login, String path) {
        if (path.equals("/desk/incidents")) {
            ObjectNode board = StandInWeb.object().put("now", "").put("notices", 0);
            board.putArray("incidents").addAll(incidents.values());
            return Reply.ok(board);
        }
        return path.startsWith("/desk/") ? orders.get(path) : Reply.ok(phone(login));
    }

    @Override
    public synchronized Reply post(String login, String path, JsonNode body) {
        String[] parts = path.split("/", -1);
        if (!path.endsWith("/position") && !path.endsWith("/delivery")) {
            web.change();
        }
        if (parts[1].equals("desk") && parts[2].equals("orders")) {
            return orders.desk(parts, body);
        }
        if (parts[1].equals("phone") && parts[2].equals("visits")) {
            return orders.step(login, parts[3], body);
        }
        if (parts.length > 3 && orders.isOffer(parts[3])) {
            return orders.answer(login, parts[3], parts[4]);
        }
        return switch (parts[1] + " " + parts[parts.length - 1]) {
            case "desk displayed", "phone delivery", "phone decline", "phone duty", "phone position" ->
                Reply.ok(StandInWeb.object());
            case "desk take" -> take(login, incident(parts));
            case "desk contact-attempts" -> contacted(incident(parts), body);
            case "desk close" -> close(login, incident(parts));
            case "phone accept" -> accept(login, incident(parts));
            case "phone steps" -> step(incident(parts), body.path("step").asText());
            default -> Reply.refused(404, "not-found");
        };
    }

    @Override
    public void close() throws IOException {
        web.close();
        mqtt.close();
    }

    private Answer hear(Heard message) {
        try {
            if (message.topic().contains("/evt/")) {
                JsonNode event = JSON.readTree(message.payload());
                String incident = raise(message.client());
                String base = message.topic().substring(0, message.topic().indexOf("/evt/"));
                mqtt.send(message.client(), base + "/evt-ack",
                        StandInWeb.object().put("boot", event.path("boot").asText())
                                .put("seq", event.path("seq").asLong()).put("incident", incident).toString());
            } else if (message.payload().contains("emergency\"")) {
                raise(message.topic().substring(message.topic().lastIndexOf('/') + 1));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(message.topic(), e);
        }
        return Answer.PUBACK;
    }

    private ObjectNode fresh(String device) {
        ObjectNode card = StandInWeb.object().put("id", UUID.randomUUID().toString()).put("device", device)
                .put("presses", 0).put("desk", "queued").put("help", "asking");
        incidents.put(card.path("id").asText(), card);
        return card;
    }

    private ObjectNode incident(String[] parts) {
        return incidents.getOrDefault(parts[3], StandInWeb.object());
    }

    private static Reply take(String login, ObjectNode card) {
        if (!card.path("desk").asText().equals("queued")) {
            return Reply.refused(409, "already-kept");
        }
        card.put("desk", "kept").putObject("keeper").put("id", "id-" + login).put("name", login);
        return Reply.ok(StandInWeb.object());
    }

    private static Reply contacted(ObjectNode card, JsonNode body) {
        if (body.path("result").asText().equals("answered-safe")
                && card.path("help").asText().equals("asking")) {
            card.put("help", "withdrawn");
        }
        return Reply.ok(StandInWeb.object());
    }

    private static Reply close(String login, ObjectNode card) {
        if (!card.path("keeper").path("id").asText().equals("id-" + login)) {
            return Reply.refused(409, "not-the-keeper");
        }
        String help = card.path("help").asText();
        if (help.equals("coming") || help.equals("on-scene")) {
            return Reply.refused(409, "responder-still-out");
        }
        card.put("desk", "closed");
        return Reply.ok(StandInWeb.object());
    }

    private static Reply accept(String login, ObjectNode card) {
        if (!card.path("help").asText().equals("asking")) {
            return Reply.refused(409, "already-taken");
        }
        card.put("help", "coming").put("step", "accepted").put("by", login);
        return Reply.ok(StandInWeb.object());
    }

    private static Reply step(ObjectNode card, String step) {
        card.put("step", step).put("help", switch (step) {
            case "done" -> "done";
            case "arrived" -> "on-scene";
            case "given-back" -> "asking";
            default -> "coming";
        });
        return Reply.ok(StandInWeb.object());
    }

    private ObjectNode phone(String login) {
        ObjectNode page = StandInWeb.object().put("duty", "on");
        ArrayNode offers = page.putArray("offers");
        for (ObjectNode card : incidents.values()) {
            String help = card.path("help").asText();
            boolean mine = card.path("by").asText().equals(login);
            if (help.equals("asking")) {
                offers.addObject().put("id", card.path("id").asText()).put("minutes", 1);
            } else if (mine && (help.equals("coming") || help.equals("on-scene"))) {
                page.putObject("task").put("id", card.path("id").asText())
                        .put("step", card.path("step").asText())
                        .put("latitude", 39.601).put("longitude", 109.801);
            }
        }
        orders.show(login, page);
        return page;
    }
}
