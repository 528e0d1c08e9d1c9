package anxin.dispatcher.feed;

import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The feed table: append, and read in an order in which nothing appears behind a reader's back. */
public final class FeedStore {

    private final Sql sql;

    public FeedStore(Sql sql) {
        this.sql = sql;
    }

    void append(Jurisdiction jurisdiction, Instant at, String audience, Change.Kind kind, UUID subject) {
        sql.update("""
                INSERT INTO feed (organisation, division, at, audience, kind, subject)
                VALUES (?, ?, ?, ?, ?, ?)
                """, jurisdiction.organisation(), jurisdiction.division(), at, audience, kind, subject);
    }

    /** The changes after a position that no running transaction can still come before, oldest first. */
    public List<Change> after(Position position, int atMost) {
        return sql.list("""
                SELECT xid::text::bigint AS xid, seq, organisation, division, audience, kind, subject
                  FROM feed
                 WHERE (xid, seq) > (?::text::xid8, ?)
                   AND xid < pg_snapshot_xmin(pg_current_snapshot())
                 ORDER BY xid, seq
                 LIMIT ?
                """, FeedStore::change, Long.toString(position.transaction()), position.sequence(), atMost);
    }

    /** Where the feed ends now; a page that reads everything and then listens from here misses nothing. */
    public Position end() {
        return sql.get("""
                SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS xid
                """, row -> new Position(row.bigNumber("xid"), 0));
    }

    /** Whether rows exist that a running transaction still hides; they will be readable in a moment. */
    public boolean hasHidden() {
        return sql.get(
                """
                SELECT EXISTS (SELECT 1 FROM feed WHERE xid >= pg_snapshot_xmin(pg_current_snapshot())) AS hidden
                """,
                row -> row.flag("hidden"));
    }

    /** How many changes lie after a position. */
    public int countAfter(Position position, int atMost) {
        return sql.get("""
                SELECT count(*)::int AS changes
                  FROM (SELECT 1 FROM feed WHERE (xid, seq) > (?::text::xid8, ?) LIMIT ?) AS later
                """, row -> row.number("changes"), Long.toString(position.transaction()), position.sequence(),
                atMost);
    }

    private static Change change(Row row) {
        return new Change(new Position(row.bigNumber("xid"), row.bigNumber("seq")), Jurisdiction.of(row),
                row.text("audience"), row.word("kind", Change.Kind.class), row.uuid("subject"));
    }
}
