package anxin.dispatcher.invariant;

import anxin.dispatcher.store.Sql;

/** The questions about messages to people outside: one key, one visible effect. Reads and never writes. */
final class EffectStore {

    private final Sql sql;

    EffectStore(Sql sql) {
        this.sql = sql;
    }

    /** What was counted, in words. */
    String figures() {
        return sql.get("""
                SELECT count(*) FILTER (WHERE state IN ('sent', 'delivered')) AS sent,
                       count(*) FILTER (WHERE state = 'superseded') AS superseded,
                       count(*) FILTER (WHERE state = 'failed') AS failed
                  FROM notification
                """, row -> "messages out " + row.bigNumber("sent") + ", superseded "
                + row.bigNumber("superseded") + ", failed " + row.bigNumber("failed"));
    }

    Violations keysWithTwoEffects() {
        return Violations.found(sql, """
                SELECT count(*) OVER () AS total, 'key ' || key || ' went out ' || count(*) || ' times' AS violation
                  FROM notification
                 WHERE state IN ('sent', 'delivered')
                 GROUP BY key
                HAVING count(*) > 1
                 ORDER BY key
                 LIMIT 20
                """);
    }

    Violations shelvedTwice() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'key ' || n.key || ' lies on the shelf ' || count(*) || ' times' AS violation
                  FROM local_message m
                  JOIN notification n ON n.id = m.notification
                 GROUP BY n.key
                HAVING count(*) > 1
                 ORDER BY n.key
                 LIMIT 20
                """);
    }

    Violations sentAlthoughSuperseded() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total, 'key ' || key || ' was superseded and went out' AS violation
                  FROM notification n
                 WHERE state = 'superseded'
                   AND (sent_at IS NOT NULL OR EXISTS (SELECT FROM local_message m WHERE m.notification = n.id))
                 ORDER BY key
                 LIMIT 20
                """);
    }

    Violations shelfThatDisagrees() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'key ' || n.key || CASE WHEN m.notification IS NULL THEN ' is delivered and not on the shelf'
                                               ELSE ' lies on the shelf and is ' || n.state END AS violation
                  FROM notification n
                  LEFT JOIN local_message m ON m.notification = n.id
                 WHERE (n.state = 'delivered' AND n.adapter = 'local-sink') <> (m.notification IS NOT NULL)
                   AND n.state <> 'superseded'
                 ORDER BY n.key
                 LIMIT 20
                """);
    }
}
