package anxin.dispatcher.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that wants a human eye.
 *
 * @param subject the device's name on the wire, or the address and name that was refused
 * @param times   how often it happened
 * @param raw     what was received, where something was
 */
public record Notice(UUID id, Kind kind, String subject, Instant at, int times, String reason,
        boolean lifeLooking,
        boolean escalated, Optional<Raw> raw) {

    public enum Kind {
        QUARANTINED,
        REFUSED_CREDENTIAL
    }

    /** The bytes as they came, and where they were published. */
    public record Raw(String topic, byte[] payload) {}
}
