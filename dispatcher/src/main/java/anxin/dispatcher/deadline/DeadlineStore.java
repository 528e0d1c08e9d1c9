package anxin.dispatcher.deadline;

import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The deadline table. Rows end as done or cancelled; they are never removed. */
public final class DeadlineStore {

    private final Sql sql;
    private final Ids ids;

    public DeadlineStore(Sql sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    /** @param step which step of its kind, for the feature that set it */
    public void set(Jurisdiction jurisdiction, UUID subject, DeadlineKind kind, int step, Instant dueAt) {
        sql.update("""
                INSERT INTO deadline (id, organisation, division, subject, kind, step, due_at, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'pending')
                """, ids.next(), jurisdiction.organisation(), jurisdiction.division(), subject, kind, step,
                dueAt);
    }

    /** Writes down a step that is taken this very moment, so that every step has its row. */
    public void taken(Jurisdiction jurisdiction, UUID subject, DeadlineKind kind, int step, Instant now) {
        sql.update(
                """
                INSERT INTO deadline (id, organisation, division, subject, kind, step, due_at, state, ended_at, outcome)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'done', ?, 'taken')
                """,
                ids.next(), jurisdiction.organisation(), jurisdiction.division(), subject, kind, step, now,
                now);
    }

    /** How often a step was written down, whatever became of it. */
    public int count(UUID subject, DeadlineKind kind, int step) {
        return sql.get(
                "SELECT count(*)::int AS times FROM deadline WHERE subject = ? AND kind = ? AND step = ?",
                row -> row.number("times"), subject, kind, step);
    }

    /** Whether a step of this kind is still to come. */
    public boolean isPending(UUID subject, DeadlineKind kind) {
        return sql.get("""
                SELECT EXISTS (SELECT FROM deadline WHERE subject = ? AND kind = ? AND state = 'pending') AS pending
                """, row -> row.flag("pending"), subject, kind);
    }

    /** When a step would have been due that was cancelled last for this reason; empty when it ended otherwise. */
    public Optional<Instant> cancelledFor(UUID subject, DeadlineKind kind, int step, String why) {
        return sql.find("""
                SELECT state, outcome, due_at
                  FROM deadline
                 WHERE subject = ? AND kind = ? AND step = ?
                 ORDER BY ended_at DESC NULLS FIRST, due_at DESC
                 LIMIT 1
                """, row -> new Ending(row.text("state"), row.findText("outcome"), row.instant("due_at")),
                subject, kind, step)
                .filter(last -> last.state().equals("cancelled") && last.outcome().equals(Optional.of(why)))
                .map(Ending::dueAt);
    }

    private record Ending(String state, Optional<String> outcome, Instant dueAt) {}

    /** Pending deadlines whose time has come, the oldest first. */
    public List<Deadline> due(Instant now, int atMost) {
        return sql.list("""
                SELECT id, organisation, division, subject, kind, step, due_at
                  FROM deadline
                 WHERE state = 'pending' AND due_at <= ?
                 ORDER BY due_at
                 LIMIT ?
                """, DeadlineStore::deadline, now, atMost);
    }

    /** When the next pending deadline is due, if there is one. */
    public Optional<Instant> nextDue() {
        return sql.find("SELECT due_at FROM deadline WHERE state = 'pending' ORDER BY due_at LIMIT 1",
                row -> row.instant("due_at"));
    }

    /**
     * Claims a deadline for the current transaction. False when somebody else has it or it has ended; then there is
     * nothing to do. To be called after the subject is locked, so that firing and cancelling cannot wait for each other.
     */
    public boolean claim(Deadline deadline) {
        return sql.find("""
                SELECT id FROM deadline WHERE id = ? AND state = 'pending' FOR UPDATE SKIP LOCKED
                """, row -> row.uuid("id"), deadline.id()).isPresent();
    }

    /** Firing failed: it is tried again a little later, so that one that always fails cannot keep others waiting. */
    public void postpone(Deadline deadline, Instant until) {
        sql.update("UPDATE deadline SET due_at = ? WHERE id = ? AND state = 'pending'", until, deadline.id());
    }

    /** @param outcome what came of it, in a word or two */
    public void done(Deadline deadline, Instant now, String outcome) {
        sql.update("UPDATE deadline SET state = 'done', ended_at = ?, outcome = ? WHERE id = ?", now, outcome,
                deadline.id());
    }

    /** Cancels the pending deadlines of one kind. */
    public void cancel(UUID subject, DeadlineKind kind, Instant now, String why) {
        sql.update("""
                UPDATE deadline SET state = 'cancelled', ended_at = ?, outcome = ?
                 WHERE subject = ? AND kind = ? AND state = 'pending'
                """, now, why, subject, kind);
    }

    /** Cancels one pending step of one kind. */
    public void cancelStep(UUID subject, DeadlineKind kind, int step, Instant now, String why) {
        sql.update("""
                UPDATE deadline SET state = 'cancelled', ended_at = ?, outcome = ?
                 WHERE subject = ? AND kind = ? AND step = ? AND state = 'pending'
                """, now, why, subject, kind, step);
    }

    /** Cancels everything that is pending for a subject. */
    public void cancelAll(UUID subject, Instant now, String why) {
        sql.update("""
                UPDATE deadline SET state = 'cancelled', ended_at = ?, outcome = ?
                 WHERE subject = ? AND state = 'pending'
                """, now, why, subject);
    }

    private static Deadline deadline(Row row) {
        return new Deadline(row.uuid("id"), Jurisdiction.of(row), row.uuid("subject"),
                row.word("kind", DeadlineKind.class), row.number("step"), row.instant("due_at"));
    }
}
