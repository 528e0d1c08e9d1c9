package anxin.dispatcher.wallet;

import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lots, and the ledger. What a lot has left is added up, never stored. */
public final class WalletStore {

    private final Sql sql;

    public WalletStore(Sql sql) {
        this.sql = sql;
    }

    /** Lots with something left that may be spent on a day, in the order in which they are to be spent. */
    List<Lot> spendable(ResidentId resident, LocalDate day) {
        return sql.list("""
                SELECT l.id, l.source, l.priority, l.services, l.expires_on, b.fen AS left_fen
                  FROM wallet_lot l
                 CROSS JOIN LATERAL (SELECT sum(n.fen)::bigint AS fen
                                       FROM wallet_line n
                                      WHERE n.account = 'lot/' || l.id::text) b
                 WHERE l.resident = ? AND l.expires_on >= ? AND b.fen <> 0
                 ORDER BY l.priority, l.expires_on, l.id
                """, WalletStore::lot, resident, day);
    }

    /** One hold of a resident at a time; what is read in later statements is what the one before has left. */
    void lockLots(ResidentId resident) {
        sql.list("SELECT id FROM wallet_lot WHERE resident = ? ORDER BY id FOR NO KEY UPDATE",
                row -> row.uuid("id"), resident);
    }

    void add(UUID lot, Jurisdiction jurisdiction, Allotment allotment, Instant now) {
        sql.update("""
                INSERT INTO wallet_lot (id, organisation, division, resident, source, priority, services, granted_at,
                                        expires_on)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, lot, jurisdiction.organisation(), jurisdiction.division(), allotment.resident(),
                allotment.source(), allotment.priority(), allotment.services(), now, allotment.expiresOn());
    }

    /** Writes an entry; refuses, changing nothing, when it is there already. */
    boolean append(UUID id, Entry entry, Instant now) {
        Jurisdiction jurisdiction = entry.jurisdiction();
        int written = sql.update("""
                INSERT INTO wallet_entry (id, organisation, division, key, kind, service_order, at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, id, jurisdiction.organisation(), jurisdiction.division(), entry.key(), entry.kind(),
                entry.order().orElse(null), now);
        if (written == 0) {
            return false;
        }
        List<@Nullable Object[]> lines = new ArrayList<>();
        for (Line line : entry.lines()) {
            lines.add(new @Nullable Object[]{id, lines.size(), jurisdiction.organisation(),
                jurisdiction.division(), line.purse().name(), line.fen()});
        }
        sql.updateAll("""
                INSERT INTO wallet_line (entry, line, organisation, division, account, fen)
                VALUES (?, ?, ?, ?, ?, ?)
                """, lines);
        return true;
    }

    /** The lot that was given under a key. */
    UUID getLot(String key) {
        return sql.get("""
                SELECT substr(n.account, 5)::uuid AS lot
                  FROM wallet_entry e
                  JOIN wallet_line n ON n.entry = e.id
                 WHERE e.key = ? AND n.account LIKE 'lot/%'
                """, row -> row.uuid("lot"), key);
    }

    boolean isHeld(UUID order) {
        return sql.get("""
                SELECT EXISTS (SELECT FROM wallet_entry WHERE service_order = ? AND kind = 'held') AS there
                """, row -> row.flag("there"), order);
    }

    /** Capturing and releasing one order wait in one line. */
    Optional<Jurisdiction> lockHold(UUID order) {
        return sql.find("""
                SELECT organisation, division
                  FROM wallet_entry
                 WHERE service_order = ? AND kind = 'held'
                   FOR NO KEY UPDATE
                """, Jurisdiction::of, order);
    }

    boolean isSettled(UUID order) {
        return sql.get("""
                SELECT EXISTS (SELECT FROM wallet_entry
                                WHERE service_order = ? AND kind IN ('captured', 'released')) AS there
                """, row -> row.flag("there"), order);
    }

    /** What an order was drawn from, in the order of the draws, less what went back. */
    Draws draws(UUID order) {
        return new Draws(sql.list("""
                SELECT d.account, d.fen,
                       CASE split_part(d.account, '/', 1)
                            WHEN 'source' THEN split_part(d.account, '/', 2)
                            WHEN 'lot' THEN (SELECT l.source FROM wallet_lot l
                                              WHERE l.id = split_part(d.account, '/', 2)::uuid)
                            ELSE 'self' END AS source
                  FROM (SELECT n.account, -sum(n.fen)::bigint AS fen,
                               min(n.line) FILTER (WHERE e.kind = 'held') AS line
                          FROM wallet_entry e
                          JOIN wallet_line n ON n.entry = e.id
                         WHERE e.service_order = ? AND split_part(n.account, '/', 1) IN ('source', 'lot', 'owed')
                         GROUP BY n.account) d
                 WHERE d.fen <> 0
                 ORDER BY d.line
                """, WalletStore::draw, order));
    }

    private static Lot lot(Row row) {
        return new Lot(row.uuid("id"), row.text("source"), row.number("priority"),
                Fen.of(row.bigNumber("left_fen")), row.texts("services"), row.date("expires_on"));
    }

    private static Draw draw(Row row) {
        return new Draw(row.text("source"), new Purse(row.text("account")), Fen.of(row.bigNumber("fen")));
    }
}
