package anxin.dispatcher.notification;

import anxin.dispatcher.feed.Change;
import anxin.dispatcher.feed.Feed;
import anxin.dispatcher.notification.NotificationStore.Changed;
import anxin.dispatcher.notification.NotificationStore.Failure;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** What waits to go out. Whoever sends claims rows here, carries them outside of any transaction, and settles them here. */
public final class Outbox {

    // Far longer than a send may take: a row that is still `sending` then belongs to a sender that died.
    private static final Duration LEASE = Duration.ofSeconds(30);
    // After 2, 4, 8, 16 and 32 s; the sixth fault is the last.
    private static final int ATTEMPTS = 6;
    // "Please look" is worth nothing when it comes much later.
    private static final Duration WORTH_SENDING = Duration.ofMinutes(2);

    private final Sql sql;
    private final NotificationStore store;
    private final Feed feed;
    private final InstantSource clock;

    public Outbox(Sql sql, Feed feed, InstantSource clock) {
        this.sql = sql;
        this.store = new NotificationStore(sql);
        this.feed = feed;
        this.clock = clock;
    }

    /** Takes due messages of a channel, the longest due first. Nobody else gets them while the sender lives. */
    public List<Notification> claim(Channel channel, int atMost) {
        Instant now = clock.instant();
        store.endAbandoned(now);
        return atMost <= 0 ? List.of() : store.claim(channel, atMost, now, now.plus(LEASE));
    }

    /** Writes down what came of a claimed message; the desk is told in the same transaction. */
    public void settle(Notification message, Carrier carrier, Carried carried) {
        Instant now = clock.instant();
        sql.inTransaction(() -> {
            boolean ours = switch (carried) {
                case Carried.Sent() -> store.sent(message, carrier.name(), now);
                case Carried.Delivered() -> delivered(message, carrier, now);
                case Carried.Refused(String fault) ->
                    store.failed(message, new Failure(carrier.name(), fault), now);
                case Carried.Failed(String fault) -> failed(message, new Failure(carrier.name(), fault), now);
            };
            if (ours) {
                tell(message.jurisdiction(), message.subject());
            }
        });
    }

    /**
     * The carrier of a channel is out of reach: what waits for it says so, and what has waited too long fails. The desk is
     * told of both, so that somebody takes a telephone.
     */
    public void outOfReach(Channel channel, Carrier carrier) {
        Instant now = clock.instant();
        sql.inTransaction(() -> {
            Failure failure = new Failure(carrier.name(), "provider out of reach");
            List<Changed> failed = store.giveUp(channel, now.minus(WORTH_SENDING), failure, now);
            List<Changed> waiting = store.waiting(channel, failure);
            failed.forEach(changed -> tell(changed.jurisdiction(), changed.subject()));
            waiting.forEach(changed -> tell(changed.jurisdiction(), changed.subject()));
        });
    }

    private boolean delivered(Notification message, Carrier carrier, Instant now) {
        boolean ours = store.delivered(message, carrier.name(), now);
        if (ours) {
            carrier.delivered(message, now);
        }
        return ours;
    }

    private boolean failed(Notification message, Failure failure, Instant now) {
        return message.attempts() >= ATTEMPTS
                ? store.failed(message, failure, now)
                : store.again(message, failure, now.plus(pause(message.attempts())));
    }

    private static Duration pause(int attempts) {
        return Duration.ofSeconds(1L << attempts);
    }

    // What the subject is, is not known here: pages of both kinds read again.
    private void tell(Jurisdiction jurisdiction, UUID subject) {
        feed.tellDesk(jurisdiction, Change.Kind.INCIDENT, subject);
        feed.tellDesk(jurisdiction, Change.Kind.ORDER, subject);
    }
}
