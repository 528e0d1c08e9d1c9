package anxin.dispatcher.wallet;

import static anxin.dispatcher.wallet.TownWithMoney.NEW_YEAR;
import static anxin.dispatcher.wallet.TownWithMoney.TODAY;
import static anxin.dispatcher.wallet.TownWithMoney.meal;
import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.resident.ResidentId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a price is drawn from, and in which order. */
class WhoPaysTest {

    private TownWithMoney town;
    private ResidentId qimuge;

    @BeforeEach
    void a_resident_without_money() {
        town = new TownWithMoney(1);
        qimuge = town.resident("其木格");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void somebody_without_any_lot_pays_in_person() {
        List<Payment> payments = town.wallet.quote(meal(qimuge, 1500));

        assertThat(payments).containsExactly(paid("self", 1500));
        assertThat(Wallet.selfShare(payments)).isEqualTo(Fen.of(1500));
    }

    @Test
    void nobody_pays_for_what_costs_nothing() {
        assertThat(town.wallet.quote(meal(qimuge, 0))).isEmpty();
    }

    @Test
    void the_subsidy_pays_first_then_the_voucher_then_the_resident() {
        town.voucher(qimuge, 400, "november");

        List<Payment> payments = town.wallet
                .quote(meal(qimuge, 1500, new Grant("meal-subsidy", Fen.of(800))));

        assertThat(payments).containsExactly(paid("meal-subsidy", 800), paid("voucher", 400),
                paid("self", 300));
    }

    @Test
    void a_subsidy_above_the_price_pays_the_price_and_no_more() {
        town.voucher(qimuge, 400, "november");

        List<Payment> payments = town.wallet.quote(meal(qimuge, 700, new Grant("meal-subsidy", Fen.of(800))));

        assertThat(payments).containsExactly(paid("meal-subsidy", 700));
    }

    @Test
    void priority_goes_before_expiry_and_expiry_before_age() {
        town.lot(qimuge, "prepaid", 2, 100, TODAY, "family");
        town.lot(qimuge, "care-insurance", 1, 100, NEW_YEAR, "insurance");
        town.lot(qimuge, "voucher", 1, 100, TODAY.plusDays(1), "november");

        List<Payment> payments = town.wallet.quote(meal(qimuge, 250));

        assertThat(payments)
                .containsExactly(paid("voucher", 100), paid("care-insurance", 100), paid("prepaid", 50));
    }

    @Test
    void two_vouchers_are_one_payment() {
        town.voucher(qimuge, 100, "october");
        town.voucher(qimuge, 100, "november");

        assertThat(town.wallet.quote(meal(qimuge, 150))).containsExactly(paid("voucher", 150));
    }

    @Test
    void money_for_meals_does_not_pay_for_a_bath() {
        town.voucher(qimuge, 9000, "november");

        List<Payment> payments = town.wallet
                .quote(new Purchase(qimuge, "bath", Fen.of(8000), List.of(), TODAY));

        assertThat(payments).containsExactly(paid("self", 8000));
    }

    @Test
    void a_lot_is_spent_on_its_last_day_and_not_after_it() {
        town.lot(qimuge, "voucher", 1, 2000, TODAY, "november");

        assertThat(town.wallet.quote(on(TODAY))).containsExactly(paid("voucher", 1500));
        assertThat(town.wallet.quote(on(TODAY.plusDays(1)))).containsExactly(paid("self", 1500));
        assertThat(town.wallet.balance(qimuge, TODAY)).hasSize(1);
        assertThat(town.wallet.balance(qimuge, TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void the_money_of_a_neighbour_stays_with_the_neighbour() {
        town.voucher(town.resident("巴特尔"), 2000, "november");

        assertThat(town.wallet.quote(meal(qimuge, 1500))).containsExactly(paid("self", 1500));
    }

    @Test
    void a_quote_sets_nothing_aside() {
        town.voucher(qimuge, 2000, "november");

        town.wallet.quote(meal(qimuge, 1500));

        assertThat(town.wallet.quote(meal(qimuge, 1500))).containsExactly(paid("voucher", 1500));
        assertThat(left()).containsExactly(Fen.of(2000));
    }

    @Test
    void the_same_voucher_given_again_is_given_once() {
        var first = town.voucher(qimuge, 2000, "november");

        assertThat(town.voucher(qimuge, 2000, "november")).isEqualTo(first);
        assertThat(left()).containsExactly(Fen.of(2000));
    }

    @Test
    void two_residents_each_get_the_voucher_of_the_month() {
        ResidentId bateer = town.resident("巴特尔");

        var hers = town.voucher(qimuge, 2000, "november");
        var his = town.voucher(bateer, 2000, "november");

        assertThat(his).isNotEqualTo(hers);
        assertThat(town.wallet.balance(bateer, TODAY)).extracting(Lot::id).containsExactly(his);
    }

    private List<Fen> left() {
        return town.wallet.balance(qimuge, TODAY).stream().map(Lot::left).toList();
    }

    private Purchase on(LocalDate day) {
        return new Purchase(qimuge, "meal", Fen.of(1500), List.of(), day);
    }

    private static Payment paid(String source, long fen) {
        return new Payment(source, Fen.of(fen));
    }
}
