package anxin.gateway.nativeformat;

import anxin.dispatcher.incident.IncidentId;
import anxin.dispatcher.message.Message;
import anxin.gateway.DeviceMessageException;
import anxin.gateway.JsonBody;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a device is told once its event is durable: {@code …/evt-ack}. Until then it calls again. */
public record EventAnswer(String topic, byte[] payload) {

    /** The answer to an event; empty for anything that is not an event of the native format. */
    public static Optional<EventAnswer> to(Message message, Optional<IncidentId> incident) {
        String base = message.source().topic();
        if (!message.topic().startsWith(base + "/evt/")) {
            return Optional.empty();
        }
        try {
            ObjectNode event = JsonBody.object(message.payload());
            JsonNode boot = event.get("boot");
            JsonNode sequence = event.get("seq");
            if (boot == null || sequence == null) {
                return Optional.empty();
            }
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.set("boot", boot);
            answer.set("seq", sequence);
            incident.ifPresent(id -> answer.put("incident", id.uuid().toString()));
            answer.put("text", incident.isPresent() ? "已收到，正在为您安排" : "已收到");
            return Optional.of(
                    new EventAnswer(base + "/evt-ack", answer.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (DeviceMessageException unreadable) {
            return Optional.empty();
        }
    }
}
