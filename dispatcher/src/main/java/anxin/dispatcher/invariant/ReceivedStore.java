package anxin.dispatcher.invariant;

import anxin.dispatcher.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The questions about messages: which bin each is in, what speaks for it, and what the devices' ledger knows of it. */
final class ReceivedStore {

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

    ReceivedStore(Sql sql) {
        this.sql = sql;
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
        return sql.get("SELECT count(*) AS n FROM duplicate_delivery", row -> row.bigNumber("n"));
    }

    Violations messagesWithoutTheirOneEvidence() {
        return Violations.found(sql, EVIDENCE + """
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
        return Violations.found(sql, """
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
        return Violations.found(sql,
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
        return Violations.found(sql,
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
}
