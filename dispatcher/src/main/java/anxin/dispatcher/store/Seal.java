package anxin.dispatcher.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** Seals the entries of a file onto each other, so that none can be changed or taken out unnoticed. */
public final class Seal {

    private Seal() {}

    /** What the first entry of a file is sealed onto. */
    public static byte[] nothingBefore() {
        return new byte[32];
    }

    /**
     * The hash of one entry.
     *
     * @param previous the hash of the entry before
     * @param at       truncated to what the store keeps: microseconds
     * @param body     canonical JSON
     * @return SHA-256 over the previous hash and the entry's canonical text
     */
    public static byte[] of(UUID subject, byte[] previous, int seq, Instant at, String kind, String actor,
            String body) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(previous);
            String text = String.join("\n", subject.toString(), Integer.toString(seq), at.toString(), kind,
                    actor, body);
            return sha256.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
