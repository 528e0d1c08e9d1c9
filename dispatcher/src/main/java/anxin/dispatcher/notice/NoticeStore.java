package anxin.dispatcher.notice;

import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Notices, until a named person has reviewed them and after. */
public final class NoticeStore {

    private final Sql sql;
    private final Ids ids;

    public NoticeStore(Sql sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    /** @return the notice's id */
    public UUID quarantined(Jurisdiction jurisdiction, String device, UUID receipt, String reason,
            boolean lifeLooking,
            Instant at) {
        UUID id = ids.next();
        sql.update(
                """
                INSERT INTO notice (id, organisation, division, kind, subject, at, last_at, times, reason, receipt,
                                    life_looking)
                VALUES (?, ?, ?, 'quarantined', ?, ?, ?, 1, ?, ?, ?)
                """,
                id, jurisdiction.organisation(), jurisdiction.division(), device, at, at, reason, receipt,
                lifeLooking);
        return id;
    }

    /** One row for each address and hour; further refusals are counted on it. */
    public UUID refused(Jurisdiction jurisdiction, String who, String reason, Instant at) {
        return sql.get(
                """
                INSERT INTO notice (id, organisation, division, kind, subject, at, last_at, times, reason, life_looking)
                VALUES (?, ?, ?, 'refused-credential', ?, ?, ?, 1, ?, false)
                ON CONFLICT (organisation, subject, date_trunc('hour', at, 'UTC')) WHERE kind = 'refused-credential'
                DO UPDATE SET times = notice.times + 1, last_at = excluded.last_at, reason = excluded.reason
                RETURNING id
                """,
                row -> row.uuid("id"), ids.next(), jurisdiction.organisation(), jurisdiction.division(), who,
                at,
                at, reason);
    }

    /** What nobody has reviewed yet: what looks like a call for life first, then the newest. */
    public List<Notice> toReview(UUID organisation, int atMost) {
        return sql.list("""
                SELECT n.id, n.kind, n.subject, n.at, n.times, n.reason, n.life_looking,
                       n.escalated_at IS NOT NULL AS escalated, r.topic, r.payload
                  FROM notice n
                  LEFT JOIN receipt r ON r.id = n.receipt
                 WHERE n.organisation = ? AND n.reviewed_at IS NULL
                 ORDER BY n.life_looking DESC, n.at DESC
                 LIMIT ?
                """, NoticeStore::notice, organisation, atMost);
    }

    public int countToReview(UUID organisation) {
        return sql.get("""
                SELECT count(*)::int AS waiting FROM notice WHERE organisation = ? AND reviewed_at IS NULL
                """, row -> row.number("waiting"), organisation);
    }

    void lock(UUID id) {
        sql.get("SELECT id FROM notice WHERE id = ? FOR UPDATE", row -> row.uuid("id"), id);
    }

    /** @return false when there is no such notice, or somebody reviewed it before */
    public boolean review(UUID id, UUID organisation, UUID by, String outcome, Instant now) {
        return sql.update("""
                UPDATE notice SET reviewed_at = ?, reviewed_by = ?, outcome = ?
                 WHERE id = ? AND organisation = ? AND reviewed_at IS NULL
                """, now, by, outcome, id, organisation) == 1;
    }

    /** The duty leader is told. False when somebody reviewed it before. */
    public boolean escalate(UUID id, Instant now) {
        return sql.update(
                """
                UPDATE notice SET escalated_at = ? WHERE id = ? AND reviewed_at IS NULL AND escalated_at IS NULL
                """,
                now, id) == 1;
    }

    /** The organisation that answers for devices nobody knows: the only one, or the first founded. */
    public Optional<Jurisdiction> firstOrganisation() {
        return sql.find("SELECT organisation, division FROM organisation ORDER BY created_at, id LIMIT 1",
                Jurisdiction::of);
    }

    private static Notice notice(Row row) {
        return new Notice(row.uuid("id"), row.word("kind", Notice.Kind.class), row.text("subject"),
                row.instant("at"),
                row.number("times"), row.text("reason"), row.flag("life_looking"), row.flag("escalated"),
                row.findText("topic").map(topic -> new Notice.Raw(topic, row.bytes("payload"))));
    }
}
