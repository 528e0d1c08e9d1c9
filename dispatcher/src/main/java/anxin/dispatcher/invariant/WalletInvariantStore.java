package anxin.dispatcher.invariant;

import anxin.dispatcher.store.Sql;

/** The questions about money: where the price of each order is, and whether the ledger adds up. Reads and never writes. */
final class WalletInvariantStore {

    private final Sql sql;

    WalletInvariantStore(Sql sql) {
        this.sql = sql;
    }

    /** What became of the prices, in words. */
    String priceFigures() {
        return sql.get("""
                SELECT coalesce(sum(price_fen) FILTER (WHERE money = 'held'), 0)::bigint AS held,
                       coalesce(sum(price_fen) FILTER (WHERE money = 'captured'), 0)::bigint AS captured,
                       coalesce(sum(price_fen) FILTER (WHERE money = 'released'), 0)::bigint AS released
                  FROM service_order
                """, row -> "fen held " + row.bigNumber("held") + ", captured " + row.bigNumber("captured")
                + ", released " + row.bigNumber("released"));
    }

    /** What the ledger holds, in words. */
    String ledgerFigures() {
        return sql.get("""
                SELECT (SELECT count(*) FROM wallet_entry) AS entries, count(*) AS lines,
                       coalesce(sum(fen) FILTER (WHERE account LIKE 'lot/%'), 0)::bigint AS lots
                  FROM wallet_line
                """, row -> "entries " + row.bigNumber("entries") + ", lines " + row.bigNumber("lines")
                + ", fen left in lots " + row.bigNumber("lots"));
    }

    Violations moneyThatContradictsTheState() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'order ' || id || ' is ' || state || ' and its money is ' || money AS violation
                  FROM service_order
                 WHERE money <> CASE WHEN state = 'verified' THEN 'captured'
                                     WHEN state IN ('no-access', 'cancelled') THEN 'released'
                                     ELSE 'held' END
                 ORDER BY id
                 LIMIT 20
                """);
    }

    Violations moneyThatContradictsTheLedger() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'order ' || o.id || ' says ' || o.money || '; its entries say ' || l.kinds AS violation
                  FROM service_order o
                 CROSS JOIN LATERAL (SELECT coalesce(string_agg(e.kind, ' and ' ORDER BY e.kind), 'nothing') AS kinds
                                       FROM wallet_entry e
                                      WHERE e.service_order = o.id) l
                 WHERE l.kinds <> CASE o.money WHEN 'held' THEN 'held'
                                               WHEN 'captured' THEN 'captured and held'
                                               ELSE 'held and released' END
                 ORDER BY o.id
                 LIMIT 20
                """);
    }

    Violations pricesThatWereNotHeld() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'order ' || o.id || ' costs ' || o.price_fen || ' fen; ' || h.fen || ' were held' AS violation
                  FROM service_order o
                 CROSS JOIN LATERAL (SELECT coalesce(sum(n.fen), 0) AS fen
                                       FROM wallet_entry e
                                       JOIN wallet_line n ON n.entry = e.id
                                      WHERE e.service_order = o.id AND e.kind = 'held'
                                        AND n.account = 'held/' || o.id::text) h
                 WHERE h.fen <> o.price_fen
                 ORDER BY o.id
                 LIMIT 20
                """);
    }

    /** Of an order that is not settled the whole price stands there, of a settled one nothing. */
    Violations holdsThatContradictTheMoney() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'order ' || o.id || ' has its money ' || o.money || ' and ' || h.fen || ' fen set aside' AS violation
                  FROM service_order o
                 CROSS JOIN LATERAL (SELECT coalesce(sum(n.fen), 0) AS fen
                                       FROM wallet_line n
                                      WHERE n.account = 'held/' || o.id::text) h
                 WHERE h.fen <> CASE o.money WHEN 'held' THEN o.price_fen ELSE 0 END
                 ORDER BY o.id
                 LIMIT 20
                """);
    }

    Violations captureOfAnotherSum() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'order ' || o.id || ' costs ' || o.price_fen || ' fen; ' || c.fen || ' were earned' AS violation
                  FROM service_order o
                  JOIN wallet_entry e ON e.service_order = o.id AND e.kind = 'captured'
                 CROSS JOIN LATERAL (SELECT coalesce(sum(n.fen), 0) AS fen
                                       FROM wallet_line n
                                      WHERE n.entry = e.id AND n.account = 'earned/' || o.organisation::text) c
                 WHERE c.fen <> o.price_fen
                 ORDER BY o.id
                 LIMIT 20
                """);
    }

    Violations entriesThatDoNotAddUp() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'entry ' || e.key || ' makes ' || sum(n.fen) || ' fen out of nothing' AS violation
                  FROM wallet_entry e
                  JOIN wallet_line n ON n.entry = e.id
                 GROUP BY e.id
                HAVING sum(n.fen) <> 0
                 ORDER BY e.id
                 LIMIT 20
                """);
    }

    Violations linesThatDoNotAddUp() {
        return Violations.found(sql, """
                SELECT 1::bigint AS total, 'all lines together make ' || sum(fen) || ' fen' AS violation
                  FROM wallet_line
                HAVING sum(fen) <> 0
                """);
    }

    Violations pursesBelowNothing() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total, 'purse ' || account || ' stands at ' || sum(fen) || ' fen' AS violation
                  FROM wallet_line
                 WHERE split_part(account, '/', 1) IN ('lot', 'held', 'earned')
                 GROUP BY account
                HAVING sum(fen) < 0
                 ORDER BY account
                 LIMIT 20
                """);
    }

    /** Money that can be added up and not be spent. */
    Violations pursesOfNobody() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total, 'purse ' || n.account || ' with ' || n.fen || ' fen is nobody''s'
                           AS violation
                  FROM (SELECT account, sum(fen) AS fen FROM wallet_line GROUP BY account) n
                 WHERE n.account LIKE 'lot/%' AND NOT EXISTS (SELECT FROM wallet_lot l WHERE 'lot/' || l.id::text = n.account)
                    OR n.account LIKE 'held/%'
                       AND NOT EXISTS (SELECT FROM service_order o WHERE 'held/' || o.id::text = n.account)
                 ORDER BY n.account
                 LIMIT 20
                """);
    }
}
