package anxin.dispatcher.notification;

import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Protected;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One message to one person, as stored.
 *
 * @param key      the same key is the same visible effect, however often it is tried
 * @param attempts how often it was put on the wire
 * @param adapter  what carried it last: {@code local-sink} or the provider's name
 * @param fault    what went wrong last, in a few words without anybody's data
 */
public record Notification(UUID id, Jurisdiction jurisdiction, String key, UUID subject, What what,
        Recipient recipient, Channel channel, Protected body, String stopOn, NotificationState state,
        Instant createdAt, int attempts, Optional<Instant> sentAt, Optional<Instant> deliveredAt,
        Optional<String> adapter, Optional<String> fault) {}
