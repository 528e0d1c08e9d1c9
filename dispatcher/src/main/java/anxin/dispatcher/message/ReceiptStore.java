package anxin.dispatcher.message;

import anxin.dispatcher.device.Device;
import anxin.dispatcher.device.DeviceId;
import anxin.dispatcher.incident.AgeBand;
import anxin.dispatcher.incident.IncidentId;
import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One row for each message, and one for each further delivery of it. */
final class ReceiptStore {

    private final Sql sql;
    private final Ids ids;

    ReceiptStore(Sql sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    Optional<Receipt.AlreadyKnown> find(DeviceId source, String key) {
        return sql.find("SELECT id, incident FROM receipt WHERE source = ? AND message_key = ?",
                ReceiptStore::known,
                source, key);
    }

    /** Whether this number stands for something else already: another topic, or other content some time ago. */
    boolean holdsOther(Message message, String key, Duration restampedWithin) {
        return sql.find("""
                SELECT id FROM receipt
                 WHERE source = ? AND message_key = ? AND (topic <> ? OR (payload_hash <> ? AND received_at < ?))
                """, row -> row.uuid("id"), message.source().id(), key, message.topic(),
                message.payloadHash(),
                message.receivedAt().minus(restampedWithin)).isPresent();
    }

    /** The last message of this content from this source, if it is recent enough to be the same one. */
    Optional<Receipt.AlreadyKnown> findContent(DeviceId source, String fingerprint, Duration within,
            Instant now) {
        return sql.find("""
                SELECT id, incident FROM receipt
                 WHERE source = ? AND message_key LIKE ? AND received_at > ?
                 ORDER BY received_at DESC
                 LIMIT 1
                """, ReceiptStore::known, source, fingerprint + "@%", now.minus(within));
    }

    /** False when a row with this key is there already. */
    boolean insert(UUID id, Message message, Device device, String key, Optional<Instant> deviceTime,
            TimeQuality quality, AgeBand ageBand, Bin bin, Optional<IncidentId> incident) {
        return sql.update(
                """
                INSERT INTO receipt (id, organisation, division, device, source, message_key, topic, payload,
                                     payload_hash, qos, retained, device_time, time_quality, received_at, age_band, bin,
                                     incident)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?::uuid)
                ON CONFLICT (source, message_key) DO NOTHING
                """,
                id, device.jurisdiction().organisation(), device.jurisdiction().division(), device.id(),
                message.source().id(), key, message.topic(), message.payload(), message.payloadHash(),
                message.qos(),
                message.retained(), deviceTime.orElse(null), quality, message.receivedAt(), ageBand, bin,
                incident.orElse(null)) == 1;
    }

    void deliveredAgain(UUID receipt, Device device, Instant at) {
        sql.update(
                """
                INSERT INTO duplicate_delivery (id, organisation, division, receipt, received_at) VALUES (?, ?, ?, ?, ?)
                """,
                ids.next(), device.jurisdiction().organisation(), device.jurisdiction().division(), receipt,
                at);
    }

    private static Receipt.AlreadyKnown known(Row row) {
        return new Receipt.AlreadyKnown(row.uuid("id"), row.findUuid("incident").map(IncidentId::new));
    }
}
