package anxin.dispatcher.order;

import anxin.dispatcher.incident.Actor;
import anxin.dispatcher.store.Seal;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One entry of an order's file, sealed onto the one before it.
 *
 * @param body canonical JSON
 */
public record OrderEvent(OrderId order, int seq, Instant at, OrderEventKind kind, Actor actor, String body,
        byte[] hash) {

    static OrderEvent sealed(ServiceOrder order, Instant at, OrderEventKind kind, Actor actor, String body) {
        // The store keeps microseconds; the seal must be computable from what it gives back.
        Instant kept = at.truncatedTo(ChronoUnit.MICROS);
        int seq = order.progress().fileEnd().seq() + 1;
        byte[] hash = Seal.of(order.id().uuid(), order.progress().fileEnd().hash(), seq, kept, kind.name(),
                actor.text(), body);
        return new OrderEvent(order.id(), seq, kept, kind, actor, body, hash);
    }

    /** Whether this entry follows an entry with that hash and was not changed since. */
    public boolean follows(byte[] previousHash) {
        return MessageDigest.isEqual(hash,
                Seal.of(order.uuid(), previousHash, seq, at, kind.name(), actor.text(), body));
    }
}
