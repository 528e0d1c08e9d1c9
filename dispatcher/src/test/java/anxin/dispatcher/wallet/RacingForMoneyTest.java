package anxin.dispatcher.wallet;

import static anxin.dispatcher.wallet.TownWithMoney.TODAY;
import static anxin.dispatcher.wallet.TownWithMoney.meal;
import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.resident.ResidentId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two at the same moment, again and again. */
class RacingForMoneyTest {

    private final ExecutorService two = Executors.newFixedThreadPool(2);
    private TownWithMoney town;
    private ResidentId qimuge;

    @BeforeEach
    void a_resident() {
        town = new TownWithMoney(3);
        qimuge = town.resident("其木格");
    }

    @AfterEach
    void close() {
        two.shutdownNow();
        town.close();
    }

    @Test
    void two_orders_cannot_both_have_the_last_fen() throws Exception {
        for (int race = 0; race < 200; race++) {
            town.voucher(qimuge, 100, "race-" + race);
            UUID lunch = town.order(qimuge);
            UUID supper = town.order(qimuge);

            List<Holding> holdings = race(() -> holdWithoutPaying(lunch), () -> holdWithoutPaying(supper));

            assertThat(holdings).as("race %d", race).containsExactlyInAnyOrder(
                    new Holding.Held(List.of(new Payment("voucher", Fen.of(100)))),
                    new Holding.SelfShareTooHigh(Fen.of(100)));
            assertThat(town.wallet.balance(qimuge, TODAY)).isEmpty();
        }
    }

    @Test
    void one_order_is_held_once_even_for_somebody_without_a_lot() throws Exception {
        for (int race = 0; race < 50; race++) {
            UUID lunch = town.order(qimuge);

            List<Holding> holdings = race(() -> town.hold(lunch, meal(qimuge, 100)),
                    () -> town.hold(lunch, meal(qimuge, 100)));

            assertThat(holdings).as("race %d", race).containsExactlyInAnyOrder(
                    new Holding.Held(List.of(new Payment("self", Fen.of(100)))), new Holding.AlreadyHeld());
        }
    }

    @Test
    void one_order_is_either_earned_or_given_back() throws Exception {
        long earned = 0;
        for (int race = 0; race < 100; race++) {
            UUID lunch = town.order(qimuge);
            town.hold(lunch, meal(qimuge, 100));

            List<Object> ends = race(() -> town.wallet.captureAll(lunch), () -> town.wallet.release(lunch));

            assertThat(ends).as("race %d", race).containsAnyOf(new Capture.AlreadySettled(),
                    new Release.AlreadySettled());
            earned += ends.contains(new Capture.Captured(Fen.of(100))) ? 100 : 0;
        }

        long expected = earned;
        assertThat(town.purses().getOrDefault("earned/" + town.jurisdiction().organisation(), 0L))
                .isEqualTo(expected);
        assertThat(town.purses().getOrDefault("owed/" + qimuge.uuid(), 0L)).isEqualTo(-expected);
    }

    @Test
    void one_voucher_is_given_once() throws Exception {
        for (int race = 0; race < 50; race++) {
            String key = "race-" + race;

            List<UUID> lots = race(() -> town.voucher(qimuge, 1, key), () -> town.voucher(qimuge, 1, key));

            assertThat(lots.getFirst()).as("race %d", race).isEqualTo(lots.getLast());
        }
        assertThat(town.wallet.balance(qimuge, TODAY)).hasSize(50);
    }

    private Holding holdWithoutPaying(UUID order) {
        return town.wallet.hold(town.jurisdiction(), order, meal(qimuge, 100), Fen.ZERO);
    }

    private <T> List<T> race(Callable<? extends T> one, Callable<? extends T> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<T>> racing = new ArrayList<>();
        for (Callable<? extends T> runner : List.of(one, other)) {
            racing.add(two.submit(() -> {
                start.await();
                return runner.call();
            }));
        }
        return List.of(racing.getFirst().get(), racing.getLast().get());
    }
}
