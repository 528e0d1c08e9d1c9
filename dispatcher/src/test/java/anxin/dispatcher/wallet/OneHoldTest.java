package anxin.dispatcher.wallet;

import static anxin.dispatcher.wallet.TownWithMoney.NEW_YEAR;
import static anxin.dispatcher.wallet.TownWithMoney.TODAY;
import static anxin.dispatcher.wallet.TownWithMoney.meal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The money of one order from the hold to its end, which comes once. */
class OneHoldTest {

    private static final Grant SUBSIDY = new Grant("meal-subsidy", Fen.of(800));

    private TownWithMoney town;
    private Wallet wallet;
    private ResidentId qimuge;
    private UUID voucher;
    private UUID prepaid;
    private UUID lunch;

    @BeforeEach
    void a_lunch_of_15_yuan_for_a_resident_with_two_lots() {
        town = new TownWithMoney(2);
        wallet = town.wallet;
        qimuge = town.resident("其木格");
        voucher = town.voucher(qimuge, 300, "november");
        prepaid = town.lot(qimuge, "prepaid", 2, 200, NEW_YEAR, "family");
        lunch = town.order(qimuge);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void a_held_price_stands_with_the_order_and_nowhere_else() {
        Holding holding = town.hold(lunch, meal(qimuge, 1500, SUBSIDY));

        List<Payment> payments = List.of(paid("meal-subsidy", 800), paid("voucher", 300),
                paid("prepaid", 200),
                paid("self", 200));
        assertThat(holding).isEqualTo(new Holding.Held(payments));
        assertThat(wallet.costOf(lunch)).isEqualTo(payments);
        assertThat(wallet.balance(qimuge, TODAY)).isEmpty();
        assertThat(town.purses()).isEqualTo(Map.of("source/meal-subsidy", -800L, "source/voucher", -300L,
                "source/prepaid", -200L, "owed/" + qimuge.uuid(), -200L, "held/" + lunch, 1500L));
    }

    @Test
    void the_order_may_be_written_after_its_hold_in_the_same_transaction() {
        UUID supper = town.dispatcher.ids().next();

        town.sql.inTransaction(() -> {
            town.hold(supper, meal(qimuge, 100));
            town.write(supper, qimuge);
        });

        assertThat(wallet.costOf(supper)).containsExactly(paid("voucher", 100));
    }

    @Test
    void no_money_is_held_for_an_order_that_does_not_exist() {
        UUID nothing = town.dispatcher.ids().next();

        assertThatThrownBy(() -> town.hold(nothing, meal(qimuge, 100))).isInstanceOf(StoreException.class);
        assertThat(wallet.costOf(nothing)).isEmpty();
    }

    @Test
    void more_in_person_than_agreed_is_refused() {
        var before = town.ledger();

        Holding holding = wallet.hold(town.jurisdiction(), lunch, meal(qimuge, 1500, SUBSIDY), Fen.of(199));

        assertThat(holding).isEqualTo(new Holding.SelfShareTooHigh(Fen.of(200)));
        assertThat(town.ledger()).isEqualTo(before);
    }

    @Test
    void as_much_in_person_as_agreed_is_held() {
        Holding holding = wallet.hold(town.jurisdiction(), lunch, meal(qimuge, 1500, SUBSIDY), Fen.of(200));

        assertThat(holding).isInstanceOf(Holding.Held.class);
    }

    @Test
    void who_was_refused_may_agree_to_more() {
        wallet.hold(town.jurisdiction(), lunch, meal(qimuge, 1500, SUBSIDY), Fen.ZERO);

        assertThat(town.hold(lunch, meal(qimuge, 1500, SUBSIDY))).isInstanceOf(Holding.Held.class);
    }

    @Test
    void one_order_is_held_once() {
        town.hold(lunch, meal(qimuge, 100));
        var before = town.ledger();

        assertThat(town.hold(lunch, meal(qimuge, 100))).isEqualTo(new Holding.AlreadyHeld());
        assertThat(town.ledger()).isEqualTo(before);
    }

    @Test
    void an_order_whose_money_went_back_is_not_held_again() {
        town.hold(lunch, meal(qimuge, 100));
        wallet.release(lunch);

        assertThat(town.hold(lunch, meal(qimuge, 100))).isEqualTo(new Holding.AlreadyHeld());
    }

    @Test
    void a_captured_price_is_earned_by_the_organisation() {
        town.hold(lunch, meal(qimuge, 1500, SUBSIDY));

        assertThat(wallet.captureAll(lunch)).isEqualTo(new Capture.Captured(Fen.of(1500)));

        assertThat(town.purses()).containsEntry("earned/" + town.jurisdiction().organisation(), 1500L)
                .doesNotContainKey("held/" + lunch);
        assertThat(Wallet.selfShare(wallet.costOf(lunch))).isEqualTo(Fen.of(200));
    }

    @Test
    void of_a_part_the_rest_goes_back_what_was_drawn_last_first() {
        town.hold(lunch, meal(qimuge, 1500, SUBSIDY));

        assertThat(wallet.capture(lunch, Fen.of(1000))).isEqualTo(new Capture.Captured(Fen.of(1000)));

        assertThat(wallet.costOf(lunch)).containsExactly(paid("meal-subsidy", 800), paid("voucher", 200));
        assertThat(wallet.balance(qimuge, TODAY)).extracting(Lot::id, Lot::left)
                .containsExactly(tuple(voucher, Fen.of(100)),
                        tuple(prepaid, Fen.of(200)));
        assertThat(town.purses()).doesNotContainKeys("owed/" + qimuge.uuid(), "held/" + lunch);
    }

    @Test
    void a_part_below_the_subsidy_gives_some_of_the_subsidy_back() {
        town.hold(lunch, meal(qimuge, 1500, SUBSIDY));

        wallet.capture(lunch, Fen.of(1));

        assertThat(wallet.costOf(lunch)).containsExactly(paid("meal-subsidy", 1));
        assertThat(town.purses()).containsEntry("source/meal-subsidy", -1L);
    }

    @Test
    void more_than_is_held_is_not_earned_and_nothing_neither() {
        town.hold(lunch, meal(qimuge, 1500, SUBSIDY));
        var before = town.ledger();

        assertThatIllegalArgumentException().isThrownBy(() -> wallet.capture(lunch, Fen.of(1501)));
        assertThatIllegalArgumentException().isThrownBy(() -> wallet.capture(lunch, Fen.ZERO));
        assertThat(town.ledger()).isEqualTo(before);
    }

    @Test
    void a_released_price_is_back_where_it_came_from() {
        var before = town.purses();
        town.hold(lunch, meal(qimuge, 1500, SUBSIDY));

        assertThat(wallet.release(lunch)).isEqualTo(new Release.Released(Fen.of(1500)));

        assertThat(town.purses()).isEqualTo(before);
        assertThat(wallet.costOf(lunch)).isEmpty();
        assertThat(wallet.balance(qimuge, TODAY)).extracting(Lot::id).containsExactly(voucher, prepaid);
    }

    @Test
    void what_was_earned_is_neither_earned_again_nor_given_back() {
        town.hold(lunch, meal(qimuge, 1500, SUBSIDY));
        wallet.capture(lunch, Fen.of(1000));
        var before = town.ledger();

        assertThat(wallet.captureAll(lunch)).isEqualTo(new Capture.AlreadySettled());
        assertThat(wallet.capture(lunch, Fen.of(500))).isEqualTo(new Capture.AlreadySettled());
        assertThat(wallet.release(lunch)).isEqualTo(new Release.AlreadySettled());
        assertThat(town.ledger()).isEqualTo(before);
    }

    @Test
    void what_went_back_is_neither_earned_nor_given_back_again() {
        town.hold(lunch, meal(qimuge, 1500, SUBSIDY));
        wallet.release(lunch);
        var before = town.ledger();

        assertThat(wallet.captureAll(lunch)).isEqualTo(new Capture.AlreadySettled());
        assertThat(wallet.release(lunch)).isEqualTo(new Release.AlreadySettled());
        assertThat(town.ledger()).isEqualTo(before);
    }

    @Test
    void an_order_without_a_hold_has_nothing_to_earn_or_give_back() {
        assertThat(wallet.captureAll(lunch)).isEqualTo(new Capture.NotHeld());
        assertThat(wallet.release(lunch)).isEqualTo(new Release.NotHeld());
        assertThat(wallet.costOf(lunch)).isEmpty();
    }

    @Test
    void what_costs_nothing_is_held_and_earned_all_the_same() {
        assertThat(town.hold(lunch, meal(qimuge, 0))).isEqualTo(new Holding.Held(List.of()));
        assertThat(wallet.captureAll(lunch)).isEqualTo(new Capture.Captured(Fen.ZERO));
        assertThat(wallet.release(lunch)).isEqualTo(new Release.AlreadySettled());
    }

    private static Payment paid(String source, long fen) {
        return new Payment(source, Fen.of(fen));
    }
}
