package anxin.dispatcher.wallet;

import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.TestClock;
import anxin.dispatcher.TestDatabase;
import anxin.dispatcher.TestTown;
import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.store.Database;
import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A town on a real database whose residents have money to spend and order things. */
final class TownWithMoney implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    static final Fen ANYTHING = Fen.of(1_000_000);

    private final AtomicInteger orders = new AtomicInteger();
    private final Database database;
    private final TestTown town;
    final Dispatcher dispatcher;
    final Sql sql;
    final Wallet wallet;

    /** @param seed of all ids, so that the same story makes the same rows */
    TownWithMoney(long seed) {
        TestClock clock = new TestClock();
        Ids ids = new Ids(clock, new Random(seed));
        database = new Database(TestDatabase.fresh());
        sql = database.pool("test", 8);
        dispatcher = Dispatcher.over(sql, clock, ids, TestTown.ZONE, () -> {});
        town = TestTown.foundedIn(dispatcher);
        wallet = new Wallet(sql, new WalletStore(sql), ids, clock);
    }

    Jurisdiction jurisdiction() {
        return town.jurisdiction();
    }

    ResidentId resident(String name) {
        return town.resident(name).id();
    }

    /** The order of a meal, without any money. */
    UUID order(ResidentId resident) {
        UUID order = dispatcher.ids().next();
        write(order, resident);
        return order;
    }

    void write(UUID order, ResidentId resident) {
        int number = orders.incrementAndGet();
        Instant opens = Instant.parse("2026-11-22T03:00:00Z").plus(Duration.ofDays(number));
        sql.update("""
                INSERT INTO service_order (id, organisation, division, number, resident, service, terms_from, window_name,
                                           window_opens, starts_at, ends_at, workers, same_sex, may_be_diverted, channel,
                                           requested_by, price_fen, money, state, created_at, last_seq, last_hash)
                VALUES (?, ?, ?, ?, ?, 'meal', '2026-01-01', 'lunch', ?, ?, ?, 1, false, 'until-done', 'desk',
                        'resident', 1500, 'held', 'offered', ?, 0, '')
                """, order, jurisdiction().organisation(), jurisdiction().division(), "M-" + number, resident,
                opens, opens, opens.plus(Duration.ofMinutes(20)), dispatcher.clock().instant());
    }

    /** A voucher for meals, to be spent by New Year. */
    UUID voucher(ResidentId resident, long fen, String key) {
        return lot(resident, "voucher", 1, fen, NEW_YEAR, key);
    }

    UUID lot(ResidentId resident, String source, int priority, long fen, LocalDate expiresOn, String key) {
        return wallet.grant(jurisdiction(),
                new Allotment(resident, source, priority, List.of("meal"), Fen.of(fen), expiresOn), key);
    }

    static Purchase meal(ResidentId resident, long price, Grant... grants) {
        return new Purchase(resident, "meal", Fen.of(price), List.of(grants), TODAY);
    }

    Holding hold(UUID order, Purchase purchase) {
        return wallet.hold(jurisdiction(), order, purchase, ANYTHING);
    }

    /** What stands in each purse, added up here and not by the wallet. */
    Map<String, Long> purses() {
        Map<String, Long> purses = new TreeMap<>();
        sql.list("SELECT account, fen FROM wallet_line",
                row -> purses.merge(row.text("account"), row.bigNumber("fen"), Long::sum));
        purses.values().removeIf(fen -> fen == 0);
        return purses;
    }

    /** The whole ledger as text. */
    List<String> ledger() {
        return sql.list("""
                SELECT concat_ws(' ', e.id, e.key, e.kind, e.at, n.line, n.account, n.fen) AS line
                  FROM wallet_entry e LEFT JOIN wallet_line n ON n.entry = e.id
                 ORDER BY e.key, n.line
                """, row -> row.text("line"));
    }

    @Override
    public void close() {
        database.close();
    }
}
