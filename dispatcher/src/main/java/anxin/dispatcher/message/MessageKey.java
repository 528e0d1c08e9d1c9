package anxin.dispatcher.message;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;

/** What makes two deliveries the same message. */
public sealed interface MessageKey {

    /** The device numbers its messages. */
    record Numbered(String key) implements MessageKey {}

    /**
     * The device does not: the same content again within a short while is the same message.
     *
     * @param content what counts as content; link quality and battery do not
     * @param within  how long a repeat is taken for the same
     */
    record Content(String content, Duration within) implements MessageKey {

        String fingerprint() {
            return HexFormat.of().formatHex(Message.sha256(content.getBytes(StandardCharsets.UTF_8)), 0, 16);
        }
    }
}
