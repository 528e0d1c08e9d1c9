package anxin.dispatcher.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerifiedFilesTest extends VerifiedVisits {

    @Test
    void I7_files_of_orders_as_they_were_written_are_fine() {
        eaten(near());
        assertHolds("I7-ORDER");
        assertThat(finding("I7-ORDER").figures()).isEqualTo("files 1, entries 11");
    }

    @Test
    void I7_a_changed_entry_of_an_order_is_found() {
        ServiceOrder order = eaten(near());

        corrupted("UPDATE order_event SET body = '{\"fen\":1}' WHERE kind = 'captured'");

        assertThat(violations("I7-ORDER")).containsExactly(
                of(order) + " entry 11 (captured) is not sealed onto the entry before, or was changed");
    }

    @Test
    void I7_an_entry_of_an_order_taken_out_is_found() {
        ServiceOrder order = eaten(near());

        corrupted("DELETE FROM order_event WHERE kind = 'checked-in'");

        assertThat(violations("I7-ORDER"))
                .containsExactly(of(order) + " entry 9 (checked-out) follows entry 7");
    }

    @Test
    void I7_an_entry_of_an_order_of_no_known_kind_is_found() {
        ServiceOrder order = lunch();

        corrupted("UPDATE order_event SET kind = 'forgiven' WHERE seq = 1");

        assertThat(violations("I7-ORDER"))
                .containsExactly(of(order) + " entry 1 (forgiven) is of no known kind: forgiven");
    }

    @Test
    void I7_a_file_of_an_order_cut_short_is_found() {
        ServiceOrder order = eaten(near());

        corrupted("DELETE FROM order_event WHERE kind = 'captured'");

        assertThat(violations("I7-ORDER")).containsExactly(
                of(order) + " entry 10 (verified) cannot be the last",
                of(order) + " ends its file at entry 11; the file ends at 10");
    }

    @Test
    void I7_an_order_without_a_file_is_found() {
        ServiceOrder order = cancelled();

        corrupted("DELETE FROM order_event");

        assertThat(violations("I7-ORDER")).singleElement().asString().startsWith(of(order))
                .endsWith("the file ends at 0");
    }

    @Test
    void I7_an_order_that_remembers_another_last_hash_is_found() {
        lunch();

        corrupted("UPDATE service_order SET last_hash = decode(repeat('00', 32), 'hex')");

        assertThat(violations("I7-ORDER")).singleElement().asString().endsWith("with another hash");
    }

    @Test
    void I7_an_order_that_says_something_else_than_its_file_is_found() {
        ServiceOrder order = carried(near());

        corrupted("UPDATE service_order SET state = 'checked-in'");

        assertThat(violations("I7-ORDER")).singleElement().asString().startsWith(of(order))
                .endsWith("leaves it on-the-way; the order says checked-in");
    }

    @Test
    void I7_stars_that_nobody_gave_are_found() {
        eaten(near());

        corrupted("UPDATE service_order SET stars = 5, complaint = false, rated_at = created_at");

        assertThat(violations("I7-ORDER")).singleElement().asString()
                .endsWith("leaves it unrated; the order says 5 stars");
    }
}
