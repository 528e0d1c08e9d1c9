package anxin.dispatcher.invariant;

import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The questions behind the promises. A question about what must not be answers with the violations it found, the first
 * {@link Violations#NAMED} of them by name; it reads and never writes.
 */
final class InvariantStore {

    // Each receipt by what else the store knows of it. The most serious signal names the bin, as in Bin. Nothing else
    // is kept of a quiet message, so its own row is its evidence as long as nothing contradicts it.
    private static final String EVIDENCE = """
            WITH evidence (receipt, bin) AS (
                SELECT receipt, CASE WHEN bool_or(kind = 'raised') THEN 'new-incident'
                                     WHEN bool_or(kind = 'second-signal') THEN 'second-signal'
                                     ELSE 'repeat' END
                  FROM incident_event
                 WHERE receipt IS NOT NULL AND kind IN ('raised', 'second-signal', 'repeated')
                 GROUP BY receipt
                UNION ALL
                SELECT receipt, 'quarantined' FROM notice WHERE kind = 'quarantined' AND receipt IS NOT NULL
                UNION ALL
                SELECT id, bin FROM receipt
                 WHERE bin IN ('technical', 'test', 'state', 'telemetry') AND incident IS NULL)
            """;

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

    /** How many messages say they are in a bin, and for how many there is evidence of it. */
    record BinCount(String bin, long stored, long evident) {}

    List<BinCount> bins() {
        return sql.list(EVIDENCE + """
                SELECT coalesce(r.bin, e.bin) AS bin, coalesce(r.n, 0) AS stored, coalesce(e.n, 0) AS evident
                  FROM (SELECT bin, count(*) AS n FROM receipt GROUP BY bin) r
                  FULL JOIN (SELECT bin, count(*) AS n FROM evidence GROUP BY bin) e ON e.bin = r.bin
                """, row -> new BinCount(row.text("bin"), row.bigNumber("stored"), row.bigNumber("evident")));
    }

    long duplicates() {
        return count("SELECT count(*) AS n FROM duplicate_delivery");
    }

    Violations messagesWithoutTheirOneEvidence() {
        return violations(EVIDENCE + """
                , judged AS (
                    SELECT coalesce(r.id, e.receipt) AS id, r.bin, count(e.bin) AS n,
                           string_agg(e.bin, ' and ' ORDER BY e.bin) AS evident
                      FROM receipt r
                      FULL JOIN evidence e ON e.receipt = r.id
                     GROUP BY 1, 2)
                SELECT count(*) OVER () AS total,
                       'receipt ' || id || CASE
                           WHEN bin IS NULL THEN ' is gone; there is evidence of ' || evident
                           WHEN n = 0 THEN ' is in bin ' || bin || ' without evidence'
                           ELSE ' is in bin ' || bin || '; its evidence says ' || evident END AS violation
                  FROM judged
                 WHERE bin IS NULL OR n <> 1 OR evident <> bin
                 ORDER BY id
                 LIMIT 20
                """);
    }

    Violations messagesWithAnotherIncidentThanTheirs() {
        return violations("""
                SELECT count(*) OVER () AS total,
                       'receipt ' || r.id || ' names incident ' || coalesce(r.incident::text, 'none')
                           || ', whose file has no ' || r.bin || ' by it' AS violation
                  FROM receipt r
                 WHERE r.bin IN ('new-incident', 'second-signal', 'repeat')
                   AND NOT EXISTS (SELECT FROM incident_event e
                                    WHERE e.incident = r.incident AND e.receipt = r.id
                                      AND e.kind = CASE r.bin WHEN 'new-incident' THEN 'raised'
                                                              WHEN 'repeat' THEN 'repeated'
                                                              ELSE r.bin END)
                 ORDER BY r.id
                 LIMIT 20
                """);
    }

    Violations evidenceByAnotherDevice() {
        return violations(
                """
                        SELECT count(*) OVER () AS total,
                               'receipt ' || r.id || ' came from device ' || r.device || '; entry ' || e.seq || ' of incident '
                                   || e.incident || ' gives it to ' || e.actor AS violation
                          FROM incident_event e
                          JOIN receipt r ON r.id = e.receipt
                         WHERE e.actor <> 'device:' || r.device
                         ORDER BY e.incident, e.seq
                         LIMIT 20
                        """);
    }

    Violations duplicatesOfNothing() {
        return violations(
                """
                        SELECT count(*) OVER () AS total,
                               'duplicate ' || d.id || ' repeats receipt ' || d.receipt || ', which is gone' AS violation
                          FROM duplicate_delivery d
                          LEFT JOIN receipt r ON r.id = d.receipt
                         WHERE r.id IS NULL
                         ORDER BY d.id
                         LIMIT 20
                        """);
    }

    /** @param devices one name for each key: the device that had its event acknowledged */
    List<Ledger.Key> unrecorded(List<String> devices, List<String> keys) {
        return sql.list("""
                SELECT k.device, k.key
                  FROM unnest(?::text[], ?::text[]) AS k (device, key)
                  LEFT JOIN device d ON d.code = k.device AND d.hub IS NULL
                  LEFT JOIN receipt r ON r.source = d.id AND r.message_key = k.key
                 WHERE r.id IS NULL
                 ORDER BY k.device, k.key
                """, row -> new Ledger.Key(row.text("device"), row.text("key")), devices, keys);
    }

    /** A numbered event that the store has. */
    record Recorded(UUID receipt, Ledger.Key event, Optional<UUID> incident) {}

    // Devices number their telemetry too and do not write it into the ledger, hence events only.
    List<Recorded> eventsOf(List<String> devices, Instant since) {
        return sql.list("""
                SELECT r.id, d.code, r.message_key, r.incident
                  FROM device d
                  JOIN receipt r ON r.source = d.id
                 WHERE d.code = ANY (?::text[]) AND d.hub IS NULL AND r.received_at >= ?
                   AND starts_with(r.topic, d.topic || '/evt/') AND r.bin <> 'quarantined'
                 ORDER BY d.code, r.received_at
                """, row -> new Recorded(row.uuid("id"),
                new Ledger.Key(row.text("code"), row.text("message_key")),
                row.findUuid("incident")), devices, since);
    }

    Violations secondOpenIncidents() {
        return violations(
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
        return violations(
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
        return violations(
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
        return violations("""
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
        return violations(
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
        return violations(
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
        return violations(
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
        return violations(
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
        return violations(
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
        return violations(
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
        return violations("""
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
    record Entry(UUID incident, int seq, Instant at, String kind, String actor, String body, byte[] hash,
            String desk,
            String help) {}

    /** The entries after one, in order: file by file, and in each file from the first to the last. */
    List<Entry> entriesAfter(UUID incident, int seq, int atMost) {
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
        return violations(
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

    private record Counted(String violation, long total) {

        static Counted of(Row row) {
            return new Counted(row.text("violation"), row.bigNumber("total"));
        }
    }

    private Violations violations(String query, @Nullable Object... arguments) {
        List<Counted> found = sql.list(query, Counted::of, arguments);
        return found.isEmpty()
                ? Violations.NONE
                : new Violations(found.getFirst().total(), found.stream().map(Counted::violation).toList());
    }
}
