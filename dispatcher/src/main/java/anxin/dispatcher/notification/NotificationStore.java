package anxin.dispatcher.notification;

import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Protected;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Messages and the local sink's shelf. A row that is `sending` and has ended was superseded while on the wire: it may still
 * become sent, and is not tried again.
 */
final class NotificationStore {

    private static final String COLUMNS = """
            n.id, n.organisation, n.division, n.key, n.subject, n.what, n.recipient, n.recipient_id, n.channel,
            n.address, n.body, n.stop_on, n.state, n.created_at, n.attempts, n.sent_at, n.delivered_at, n.adapter,
            n.fault
            """;

    private final Sql sql;

    NotificationStore(Sql sql) {
        this.sql = sql;
    }

    /** Whose pages show a message that changed. */
    record Changed(Jurisdiction jurisdiction, UUID subject) {

        static Changed of(Row row) {
            return new Changed(Jurisdiction.of(row), row.uuid("subject"));
        }
    }

    boolean insert(UUID id, Letter letter, Protected body, Instant now) {
        return sql.update("""
                INSERT INTO notification (id, organisation, division, key, subject, what, recipient, recipient_id,
                                          channel, address, body, stop_on, state, created_at, attempts, try_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned', ?, 0, ?)
                ON CONFLICT (key) DO NOTHING
                """, id, letter.jurisdiction().organisation(), letter.jurisdiction().division(), letter.key(),
                letter.subject(), letter.what(), letter.recipient().kind(), letter.recipient().id(),
                letter.channel(), letter.recipient().phone(), body, letter.stopOn(), now, now) == 1;
    }

    int supersede(UUID subject, String stopOn, Instant now) {
        return sql.update("""
                UPDATE notification
                   SET state = CASE WHEN state = 'planned' OR try_at <= ? THEN 'superseded' ELSE state END, ended_at = ?
                 WHERE subject = ? AND stop_on = ? AND state IN ('planned', 'sending') AND ended_at IS NULL
                """, now, now, subject, stopOn);
    }

    int supersede(UUID subject, What what, Instant now) {
        return sql.update("""
                UPDATE notification
                   SET state = CASE WHEN state = 'planned' OR try_at <= ? THEN 'superseded' ELSE state END, ended_at = ?
                 WHERE subject = ? AND what = ? AND state IN ('planned', 'sending') AND ended_at IS NULL
                """, now, now, subject, what);
    }

    List<Notification> ofSubject(UUID subject) {
        return sql.list(
                "SELECT " + COLUMNS + " FROM notification n WHERE n.subject = ? ORDER BY n.created_at, n.id",
                NotificationStore::notification, subject);
    }

    /** Takes what is due, and what a dead sender left, until the lease ends; nobody else gets the same rows. */
    List<Notification> claim(Channel channel, int atMost, Instant now, Instant lease) {
        return sql.list("""
                WITH due AS MATERIALIZED (
                    SELECT id
                      FROM notification
                     WHERE state IN ('planned', 'sending') AND try_at <= ? AND channel = ? AND ended_at IS NULL
                     ORDER BY try_at, created_at
                     LIMIT ?
                       FOR UPDATE SKIP LOCKED)
                UPDATE notification n
                   SET state = 'sending', attempts = attempts + 1, try_at = ?
                  FROM due
                 WHERE n.id = due.id
                RETURNING\s""" + COLUMNS, NotificationStore::notification, now, channel, atMost, lease)
                .stream()
                .sorted(Comparator.comparing(Notification::createdAt))
                .toList();
    }

    /** False when the lease ran out meanwhile and somebody else has the row. */
    boolean sent(Notification message, String adapter, Instant now) {
        return sql.update("""
                UPDATE notification
                   SET state = 'sent', sent_at = ?, ended_at = ?, adapter = ?, fault = NULL
                 WHERE id = ? AND state = 'sending' AND attempts = ?
                """, now, now, adapter, message.id(), message.attempts()) == 1;
    }

    boolean delivered(Notification message, String adapter, Instant now) {
        return sql.update("""
                UPDATE notification
                   SET state = 'delivered', sent_at = ?, delivered_at = ?, ended_at = ?, adapter = ?, fault = NULL
                 WHERE id = ? AND state = 'sending' AND attempts = ?
                """, now, now, now, adapter, message.id(), message.attempts()) == 1;
    }

    boolean again(Notification message, Failure failure, Instant at) {
        return sql.update("""
                UPDATE notification
                   SET state = CASE WHEN ended_at IS NULL THEN 'planned' ELSE 'superseded' END, try_at = ?, adapter = ?,
                       fault = ?
                 WHERE id = ? AND state = 'sending' AND attempts = ?
                """, at, failure.adapter(), failure.fault(), message.id(), message.attempts()) == 1;
    }

    boolean failed(Notification message, Failure failure, Instant now) {
        return sql.update("""
                UPDATE notification
                   SET state = CASE WHEN ended_at IS NULL THEN 'failed' ELSE 'superseded' END,
                       ended_at = coalesce(ended_at, ?), adapter = ?, fault = ?
                 WHERE id = ? AND state = 'sending' AND attempts = ?
                """, now, failure.adapter(), failure.fault(), message.id(), message.attempts()) == 1;
    }

    /** What went wrong with which adapter. */
    record Failure(String adapter, String fault) {}

    /** Rows that were superseded on the wire and whose sender never came back. */
    void endAbandoned(Instant now) {
        sql.update("""
                UPDATE notification SET state = 'superseded'
                 WHERE state = 'sending' AND ended_at IS NOT NULL AND try_at <= ?
                """, now);
    }

    /** Says on everything that waits for a channel why it waits; answers what did not say so yet. */
    List<Changed> waiting(Channel channel, Failure failure) {
        return sql.list("""
                UPDATE notification SET adapter = ?, fault = ?
                 WHERE state = 'planned' AND channel = ? AND fault IS NULL
                RETURNING organisation, division, subject
                """, Changed::of, failure.adapter(), failure.fault(), channel);
    }

    List<Changed> giveUp(Channel channel, Instant plannedBefore, Failure failure, Instant now) {
        return sql.list("""
                UPDATE notification SET state = 'failed', ended_at = ?, adapter = ?, fault = ?
                 WHERE state = 'planned' AND channel = ? AND created_at <= ?
                RETURNING organisation, division, subject
                """, Changed::of, now, failure.adapter(), failure.fault(), channel, plannedBefore);
    }

    void shelve(Notification message, Instant now) {
        sql.update("""
                INSERT INTO local_message (notification, organisation, division, at, channel, address, body)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, message.id(), message.jurisdiction().organisation(), message.jurisdiction().division(),
                now, message.channel(), message.recipient().phone(), message.body());
    }

    private static Notification notification(Row row) {
        return new Notification(row.uuid("id"), Jurisdiction.of(row), row.text("key"), row.uuid("subject"),
                row.word("what", What.class),
                new Recipient(row.word("recipient", Recipient.Kind.class), row.uuid("recipient_id"),
                        row.secret("address")),
                row.word("channel", Channel.class), row.secret("body"), row.text("stop_on"),
                row.word("state", NotificationState.class), row.instant("created_at"), row.number("attempts"),
                row.findInstant("sent_at"), row.findInstant("delivered_at"), row.findText("adapter"),
                row.findText("fault"));
    }
}
