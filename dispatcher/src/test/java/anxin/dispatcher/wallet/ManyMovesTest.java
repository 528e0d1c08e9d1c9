package anxin.dispatcher.wallet;

import static anxin.dispatcher.wallet.TownWithMoney.NEW_YEAR;
import static anxin.dispatcher.wallet.TownWithMoney.TODAY;
import static anxin.dispatcher.wallet.TownWithMoney.meal;
import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Some hundred moves by chance, from a seed, and what holds after them. */
class ManyMovesTest {

    private static final List<String> NAMES = List.of("其木格", "巴特尔", "乌云");

    @Test
    void nothing_is_made_or_lost_by_500_moves_of_four_at_once() throws Exception {
        try (TownWithMoney town = new TownWithMoney(4);
                ExecutorService four = Executors.newFixedThreadPool(4)) {
            Street street = new Street(town, 120);

            List<Future<?>> walks = new ArrayList<>();
            for (int seed = 0; seed < 4; seed++) {
                Random random = new Random(seed);
                walks.add(four.submit(() -> street.walk(random, 125)));
            }
            for (Future<?> walk : walks) {
                walk.get();
            }

            Map<String, Long> purses = town.purses();
            assertThat(purses.values().stream().mapToLong(Long::longValue).sum()).isZero();
            assertThat(purses).allSatisfy((purse, fen) -> assertThat(fen < 0).as(purse + " " + fen)
                    .isEqualTo(purse.startsWith("source/") || purse.startsWith("owed/")));
            assertThat(purses.keySet()).as("something of everything happened")
                    .anyMatch(purse -> purse.startsWith("lot/")).anyMatch(purse -> purse.startsWith("held/"))
                    .anyMatch(purse -> purse.startsWith("owed/"))
                    .anyMatch(purse -> purse.startsWith("earned/"));
            assertThat(unbalancedEntries(town)).isEmpty();
            assertThat(ordersSettledTwice(town)).isEmpty();
            assertThat(street.lotsLeft()).isEqualTo(lotsIn(purses));
        }
    }

    @Test
    void the_same_questions_have_the_same_answers_to_the_byte() {
        try (TownWithMoney town = new TownWithMoney(5)) {
            Street street = new Street(town, 30);
            street.walk(new Random(5), 100);

            assertThat(street.answers()).isEqualTo(street.answers());
        }
    }

    @Test
    void the_same_moves_make_the_same_ledger_to_the_byte() {
        assertThat(ledgerOfOneWalk()).isEqualTo(ledgerOfOneWalk());
    }

    private static String ledgerOfOneWalk() {
        try (TownWithMoney town = new TownWithMoney(6)) {
            Street street = new Street(town, 30);
            street.walk(new Random(6), 100);
            return Json.write(town.ledger()) + street.answers();
        }
    }

    private static List<String> unbalancedEntries(TownWithMoney town) {
        return town.sql.list("SELECT entry::text FROM wallet_line GROUP BY entry HAVING sum(fen) <> 0",
                row -> row.text("entry"));
    }

    private static List<String> ordersSettledTwice(TownWithMoney town) {
        return town.sql.list("""
                SELECT service_order::text FROM wallet_entry WHERE kind IN ('captured', 'released')
                 GROUP BY service_order HAVING count(*) > 1
                """, row -> row.text("service_order"));
    }

    private static Map<String, Long> lotsIn(Map<String, Long> purses) {
        Map<String, Long> lots = new TreeMap<>(purses);
        lots.keySet().removeIf(purse -> !purse.startsWith("lot/"));
        return lots;
    }

    /** Three residents with their orders, and somebody who moves money about. */
    private static final class Street {

        private final TownWithMoney town;
        private final List<ResidentId> residents;
        private final List<UUID> orders = new ArrayList<>();

        Street(TownWithMoney town, int orders) {
            this.town = town;
            this.residents = NAMES.stream().map(town::resident).toList();
            for (int order = 0; order < orders; order++) {
                this.orders.add(town.order(ordering(order)));
            }
        }

        private ResidentId ordering(int order) {
            return residents.get(order % residents.size());
        }

        void walk(Random random, int moves) {
            for (int move = 0; move < moves; move++) {
                move(random);
                assertThat(overdrawnLots()).isEmpty();
            }
        }

        private void move(Random random) {
            int chosen = random.nextInt(orders.size());
            UUID order = orders.get(chosen);
            ResidentId resident = ordering(chosen);
            switch (random.nextInt(8)) {
                case 0 -> town.voucher(resident, 1 + random.nextInt(2000), "v-" + random.nextInt(50));
                case 1 -> town.lot(resident, "prepaid", 2, 1 + random.nextInt(2000), NEW_YEAR,
                        "p-" + random.nextInt(50));
                case 2, 3, 4 -> town.wallet.hold(town.jurisdiction(), order, purchase(resident, random),
                        Fen.of(random.nextInt(2000)));
                case 5 -> town.wallet.captureAll(order);
                case 6 -> capturePart(order, random);
                default -> town.wallet.release(order);
            }
        }

        private static Purchase purchase(ResidentId resident, Random random) {
            return meal(resident, random.nextInt(2000),
                    new Grant("meal-subsidy", Fen.of(random.nextInt(400))));
        }

        private void capturePart(UUID order, Random random) {
            long cost = town.wallet.costOf(order).stream().mapToLong(payment -> payment.fen().amount()).sum();
            if (cost > 0) {
                town.wallet.capture(order, Fen.of(1 + random.nextLong(cost)));
            }
        }

        private List<String> overdrawnLots() {
            return town.sql.list("""
                    SELECT account FROM wallet_line WHERE account LIKE 'lot/%' GROUP BY account HAVING sum(fen) < 0
                    """, row -> row.text("account"));
        }

        Map<String, Long> lotsLeft() {
            Map<String, Long> left = new TreeMap<>();
            residents.stream().flatMap(resident -> town.wallet.balance(resident, TODAY).stream())
                    .forEach(lot -> left.put("lot/" + lot.id(), lot.left().amount()));
            return left;
        }

        String answers() {
            Stream<String> balances = residents.stream()
                    .map(resident -> town.wallet.balance(resident, TODAY).toString());
            return Json.write(List.of(balances.toList(), orders.stream().map(town.wallet::costOf).toList()));
        }
    }
}
