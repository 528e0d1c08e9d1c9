package anxin.dispatcher.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerifiedMoneyTest extends VerifiedVisits {

    @Test
    void O2_money_held_captured_and_released_is_where_it_belongs() {
        eaten(near());
        assertThat(finding("O2").figures()).isEqualTo("fen held 0, captured 1500, released 0");
        cancelledSupper();

        assertHolds("O2");
        assertThat(finding("O2").figures()).isEqualTo("fen held 0, captured 1500, released 1500");
    }

    @Test
    void O2_money_kept_for_a_visit_that_will_not_be_is_found() {
        ServiceOrder order = cancelled();

        corrupted("UPDATE service_order SET money = 'held'");

        assertThat(violations("O2")).contains(of(order) + " is cancelled and its money is held");
    }

    @Test
    void O2_a_capture_without_its_entry_is_found() {
        ServiceOrder order = eaten(near());

        corrupted(
                "DELETE FROM wallet_line WHERE entry IN (SELECT id FROM wallet_entry WHERE kind = 'captured')");
        corrupted("DELETE FROM wallet_entry WHERE kind = 'captured'");

        assertThat(violations("O2")).containsExactly(
                of(order) + " says captured; its entries say held",
                of(order) + " has its money captured and 1500 fen set aside");
    }

    @Test
    void O2_a_price_that_is_captured_and_released_is_found() {
        ServiceOrder order = eaten(near());

        corrupted("""
                INSERT INTO wallet_entry (id, organisation, division, key, kind, service_order, at)
                SELECT uuidv7(), organisation, division, 'released/twice', 'released', service_order, at
                  FROM wallet_entry WHERE kind = 'captured'
                """);

        assertThat(violations("O2"))
                .containsExactly(
                        of(order) + " says captured; its entries say captured and held and released");
    }

    @Test
    void O2_an_order_nobody_set_money_aside_for_is_found() {
        ServiceOrder order = lunch();

        corrupted("DELETE FROM wallet_line WHERE entry IN (SELECT id FROM wallet_entry WHERE kind = 'held')");
        corrupted("DELETE FROM wallet_entry WHERE kind = 'held'");

        assertThat(violations("O2")).contains(of(order) + " says held; its entries say nothing",
                of(order) + " costs 1500 fen; 0 were held");
    }

    @Test
    void O2_a_price_changed_afterwards_is_found() {
        ServiceOrder order = lunch();

        corrupted("UPDATE service_order SET price_fen = 1400");

        assertThat(violations("O2")).containsExactly(of(order) + " costs 1400 fen; 1500 were held",
                of(order) + " has its money held and 1500 fen set aside");
    }

    @Test
    void O2_money_that_stays_set_aside_is_found() {
        ServiceOrder order = cancelled();

        corrupted("UPDATE wallet_line SET fen = -1000 WHERE account LIKE 'held/%' AND fen < 0");

        assertThat(violations("O2"))
                .containsExactly(of(order) + " has its money released and 500 fen set aside");
    }

    @Test
    void O2_a_visit_that_earned_another_sum_is_found() {
        ServiceOrder order = eaten(near());

        corrupted("UPDATE wallet_line SET fen = 1501 WHERE account LIKE 'earned/%'");

        assertThat(violations("O2")).containsExactly(of(order) + " costs 1500 fen; 1501 were earned");
    }

    @Test
    void W1_what_moved_about_adds_up_to_nothing() {
        eaten(near());

        assertHolds("W1");
        assertThat(finding("W1").figures()).isEqualTo("entries 3, lines 7, fen left in lots 9300");
    }

    @Test
    void W1_an_entry_that_makes_money_is_found() {
        eaten(near());

        corrupted("UPDATE wallet_line SET fen = fen + 7 WHERE account LIKE 'earned/%'");

        assertThat(violations("W1")).hasSize(2).last().isEqualTo("all lines together make 7 fen");
        assertThat(violations("W1")).first().asString().startsWith("entry captured/")
                .endsWith(" makes 7 fen out of nothing");
    }

    @Test
    void W1_a_purse_below_nothing_is_found() {
        lunch();

        corrupted("UPDATE wallet_line SET fen = CASE WHEN fen > 0 THEN 100 ELSE -100 END"
                + " WHERE entry IN (SELECT id FROM wallet_entry WHERE kind = 'granted')");

        assertThat(violations("W1")).singleElement().asString().startsWith("purse lot/")
                .endsWith(" stands at -600 fen");
    }

    @Test
    void W1_money_in_a_purse_that_nobody_has_is_found() {
        lunch();

        corrupted("DELETE FROM wallet_lot");

        assertThat(violations("W1")).singleElement().asString().startsWith("purse lot/")
                .endsWith(" with 9300 fen is nobody's");
    }

    private void cancelledSupper() {
        ServiceOrder supper = place(lunch(qimuge, "18:00", noodles));
        dispatcher.orders().orders().cancel(supper.id(), operator, "family", "出门了");
    }
}
