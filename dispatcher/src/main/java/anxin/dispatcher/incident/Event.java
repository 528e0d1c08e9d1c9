package anxin.dispatcher.incident;

import anxin.dispatcher.store.Seal;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One entry of an incident's file, sealed onto the one before it.
 *
 * @param body canonical JSON
 * @param hash SHA-256 over the previous hash and this entry's canonical text
 */
public record Event(IncidentId incident, int seq, Instant at, EventKind kind, Actor actor, String body,
        byte[] hash) {

    /** What the first entry of a file is sealed onto. */
    static final byte[] NOTHING_BEFORE = Seal.nothingBefore();

    static Event sealed(IncidentId incident, byte[] previousHash, int seq, Instant at, EventKind kind,
            Actor actor,
            String body) {
        // The store keeps microseconds; the seal must be computable from what it gives back.
        Instant kept = at.truncatedTo(ChronoUnit.MICROS);
        return new Event(incident, seq, kept, kind, actor, body,
                seal(incident, previousHash, seq, kept, kind, actor, body));
    }

    /** Whether this entry follows an entry with that hash and was not changed since. */
    public boolean follows(byte[] previousHash) {
        return MessageDigest.isEqual(hash, seal(incident, previousHash, seq, at, kind, actor, body));
    }

    private static byte[] seal(IncidentId incident, byte[] previousHash, int seq, Instant at, EventKind kind,
            Actor actor, String body) {
        return Seal.of(incident.uuid(), previousHash, seq, at, kind.name(), actor.text(), body);
    }
}
