package anxin.dispatcher.invariant;

import anxin.dispatcher.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The questions about incidents, their clocks, errands and files. A question about what must not be answers with the
 * violations it found, the first {@link Violations#NAMED} of them by name; it reads and never writes.
 */
final class InvariantStore implements FileCheck.Files<InvariantStore.Entry> {

    private final Sql sql;

    InvariantStore(Sql sql) {
        this.sql = sql;
    }

    /** All questions asked inside see the store as it was at the first of them. */
    <T> T inSnapshot(Supplier<T> questions) {
        return sql.transaction(() -> {
            sql.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            return questions.get();
        });
    }

    Violations secondOpenIncidents() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'subject ' || subject || ' has ' || count(*) || ' open incidents of kind ' || kind AS violation
                  FROM incident
                 WHERE closed_at IS NULL
                 GROUP BY subject, kind
                HAVING count(*) > 1
                 ORDER BY subject, kind
                 LIMIT 20
                """);
    }

    Violations messagesStoredTwice() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'message ' || message_key || ' of device ' || source || ' is stored ' || count(*) || ' times'
                           AS violation
                  FROM receipt
                 GROUP BY source, message_key
                HAVING count(*) > 1
                 ORDER BY source, message_key
                 LIMIT 20
                """);
    }

    Violations messagesThatRaisedTwice() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'receipt ' || e.receipt || ' raised ' || count(*) || ' incidents of kind ' || i.kind AS violation
                  FROM incident_event e
                  JOIN incident i ON i.id = e.incident
                 WHERE e.kind = 'raised' AND e.receipt IS NOT NULL
                 GROUP BY e.receipt, i.kind
                HAVING count(*) > 1
                 ORDER BY e.receipt, i.kind
                 LIMIT 20
                """);
    }

    Violations pressesNotInTheFile() {
        return Violations.found(sql, """
                SELECT count(*) OVER () AS total,
                       'incident ' || i.id || ' counts ' || i.presses || ' presses; its file has '
                           || count(e.seq) AS violation
                  FROM incident i
                  LEFT JOIN incident_event e ON e.incident = i.id
                                            AND e.kind IN ('raised', 'repeated', 'second-signal')
                 GROUP BY i.id
                HAVING i.presses <> count(e.seq)
                 ORDER BY i.id
                 LIMIT 20
                """);
    }

    long openIncidents() {
        return count("SELECT count(*) AS n FROM incident WHERE closed_at IS NULL");
    }

    /**
     * Open incidents that nobody saw in time and of which nobody was told.
     *
     * @param overdueSince a display deadline due before this should have fired
     */
    Violations silentIncidents(Instant openedBefore, String displayWithin, Instant overdueSince) {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'incident ' || i.id || ' ' || coalesce('was displayed '
                           || round(extract(epoch FROM i.displayed_at - i.opened_at), 1) || ' s after it was opened',
                           'is not displayed') || ' and nobody was told' AS violation
                  FROM incident i
                 WHERE i.closed_at IS NULL AND i.opened_at < ?
                   AND (i.displayed_at IS NULL OR i.displayed_at > i.opened_at + ?::interval)
                   AND NOT EXISTS (SELECT FROM incident_event e
                                    WHERE e.incident = i.id AND e.kind = 'duty-leader-told')
                   AND NOT EXISTS (SELECT FROM deadline d
                                    WHERE d.subject = i.id AND d.kind = 'display' AND d.state = 'pending'
                                      AND d.due_at >= ?)
                 ORDER BY i.opened_at, i.id
                 LIMIT 20
                """,
                openedBefore, displayWithin, overdueSince);
    }

    Violations incidentsWithoutClock() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total, 'incident ' || i.id || ' is open without a pending deadline' AS violation
                  FROM incident i
                 WHERE i.closed_at IS NULL
                   AND NOT EXISTS (SELECT FROM deadline d WHERE d.subject = i.id AND d.state = 'pending')
                 ORDER BY i.opened_at, i.id
                 LIMIT 20
                """);
    }

    long pendingDeadlines() {
        return count("SELECT count(*) AS n FROM deadline WHERE state = 'pending'");
    }

    long pendingDeadlinesDueBefore(Instant moment) {
        return count("SELECT count(*) AS n FROM deadline WHERE state = 'pending' AND due_at < ?", moment);
    }

    long heldSlots() {
        return count(
                "SELECT count(*) AS n FROM errand_slot WHERE responder IS NOT NULL AND ended_at IS NULL");
    }

    Violations slotsAcceptedTwice() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'errand ' || errand || ' slot ' || slot || ' version ' || slot_version || ' is accepted by '
                           || count(*) AS violation
                  FROM offer
                 WHERE state = 'accepted'
                 GROUP BY errand, slot, slot_version
                HAVING count(*) > 1
                 ORDER BY errand, slot, slot_version
                 LIMIT 20
                """);
    }

    Violations holdersWhoDidNotAccept() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'errand ' || s.errand || ' slot ' || s.slot || ' is held by ' || coalesce(s.responder::text, 'nobody')
                           || ', who did not accept it' AS violation
                  FROM errand_slot s
                 WHERE (s.responder IS NOT NULL OR s.offer IS NOT NULL)
                   AND NOT EXISTS (SELECT FROM offer o
                                    WHERE o.id = s.offer AND o.state = 'accepted' AND o.responder = s.responder
                                      AND o.errand = s.errand AND o.slot = s.slot AND o.slot_version = s.version)
                 ORDER BY s.errand, s.slot
                 LIMIT 20
                """);
    }

    Violations goingWithoutHolding() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'offer ' || o.id || ' to ' || o.responder || ' goes on although another holds errand ' || o.errand
                           AS violation
                  FROM offer o
                 WHERE o.state = 'accepted' AND o.step IN ('accepted', 'on-the-way', 'arrived')
                   AND NOT EXISTS (SELECT FROM errand_slot s WHERE s.errand = o.errand AND s.offer = o.id)
                 ORDER BY o.id
                 LIMIT 20
                """);
    }

    Violations helpersWithoutErrand() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'incident ' || i.id || ' counts on ' || coalesce(i.responder::text, 'nobody')
                           || ', who does not hold its errand' AS violation
                  FROM incident i
                 WHERE i.help IN ('coming', 'on-scene', 'done')
                   AND NOT EXISTS (SELECT FROM errand_slot s WHERE s.errand = i.id AND s.responder = i.responder)
                 ORDER BY i.id
                 LIMIT 20
                """);
    }

    Violations errandsOfClosedIncidents() {
        return Violations.found(sql, """
                SELECT count(*) OVER () AS total,
                       'incident ' || i.id || ' is closed and its errand is not: slot ' || s.slot AS violation
                  FROM errand_slot s
                  JOIN incident i ON i.id = s.errand
                 WHERE i.closed_at IS NOT NULL AND s.ended_at IS NULL
                 ORDER BY i.id, s.slot
                 LIMIT 20
                """);
    }

    /** An entry of a file as it is stored, readable even when it is wrong, with what its incident's row says now. */
    record Entry(UUID subject, int seq, Instant at, String kind, String actor, String body, byte[] hash,
            String desk,
            String help) implements FileCheck.Entry {}

    @Override
    public String subject() {
        return "incident";
    }

    @Override
    public FileCheck.Story<Entry> story(Entry first) {
        return new IncidentStory();
    }

    @Override
    public List<Entry> after(UUID incident, int seq, int atMost) {
        return sql.list("""
                SELECT e.incident, e.seq, e.at, e.kind, e.actor, e.body, e.hash, i.desk, i.help
                  FROM incident_event e
                  JOIN incident i ON i.id = e.incident
                 WHERE (e.incident, e.seq) > (?, ?)
                 ORDER BY e.incident, e.seq
                 LIMIT ?
                """, row -> new Entry(row.uuid("incident"), row.number("seq"), row.instant("at"),
                row.text("kind"), row.text("actor"), row.text("body"), row.bytes("hash"), row.text("desk"),
                row.text("help")), incident, seq, atMost);
    }

    Violations filesThatEndElsewhere() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'incident ' || i.id || ' ends its file at entry ' || i.last_seq || '; the file ends at '
                           || coalesce(e.seq, 0) || CASE WHEN e.seq = i.last_seq THEN ' with another hash' ELSE '' END
                           AS violation
                  FROM incident i
                  LEFT JOIN LATERAL (SELECT seq, hash FROM incident_event
                                      WHERE incident = i.id ORDER BY seq DESC LIMIT 1) e ON true
                 WHERE e.seq IS DISTINCT FROM i.last_seq OR e.hash IS DISTINCT FROM i.last_hash
                 ORDER BY i.id
                 LIMIT 20
                """);
    }

    private long count(String query, @Nullable Object... arguments) {
        return sql.get(query, row -> row.bigNumber("n"), arguments);
    }
}
