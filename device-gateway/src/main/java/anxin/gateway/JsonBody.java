package anxin.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads a payload as one JSON object, with bounds that a broken or hostile device cannot pass. */
public final class JsonBody {

    private static final JsonMapper MAPPER = mapper();

    private JsonBody() {}

    /** The object in the payload. */
    public static ObjectNode object(byte[] payload) throws DeviceMessageException {
        try {
            JsonNode node = MAPPER.readTree(text(payload));
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new DeviceMessageException("not a JSON object but " + name(node));
        } catch (JsonProcessingException malformed) {
            throw new DeviceMessageException("not JSON: " + malformed.getOriginalMessage());
        }
    }

    /** The payload as text, refusing bytes that are not UTF-8. */
    public static String text(byte[] payload) throws DeviceMessageException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
        } catch (CharacterCodingException notText) {
            throw new DeviceMessageException("not UTF-8 text");
        }
    }

    /** A text field, also where the device wrote a number. */
    public static Optional<String> findText(ObjectNode body, String field) {
        return Optional.ofNullable(body.get(field)).filter(JsonNode::isValueNode)
                .filter(node -> !node.isNull())
                .map(JsonNode::asText);
    }

    private static String name(JsonNode node) {
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        mapper.getFactory().setStreamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(16)
                .maxStringLength(64 * 1024)
                .maxNumberLength(64)
                .build());
        return mapper;
    }
}
