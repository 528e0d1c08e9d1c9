package anxin.dispatcher.message;

import anxin.dispatcher.device.Device;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * One message as it came in.
 *
 * @param source   whose connection it came over: the device itself or its hub
 * @param retained whether the sender marked it retained
 */
public record Message(Device source, String topic, byte[] payload, int qos, boolean retained,
        Instant receivedAt) {

    byte[] payloadHash() {
        return sha256(payload);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    byte[] topicAndPayload() {
        byte[] head = (topic + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + payload.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(payload, 0, all, head.length, payload.length);
        return all;
    }
}
