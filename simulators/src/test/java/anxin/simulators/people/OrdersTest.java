package anxin.simulators.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anxin.simulators.people.Tally.Mark;
import anxin.simulators.standin.StandInOrders;
import anxin.simulators.standin.StandInVisit;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrdersTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void what_residents_ask_for_is_ordered_with_a_dish_they_may_eat_and_the_rest_confirmed()
            throws IOException {
        try (Street street = new Street(Mishaps.none())) {
            street.operator("seat3", 6);

            await().atMost(SOON).until(() -> street.tally().count(Mark.ORDERED) == 6);
            assertThat(street.said("/desk/orders", "\"meal\"")).isNotEmpty()
                    .allMatch(post -> post.contains("\"dish\":\"dish-mutton\""));
            assertThat(street.said("/desk/orders", "\"medical\""))
                    .allMatch(post -> post.contains("\"appointment\":{\"hospital\":\""));
            // The rest is asked for beforehand or after a refusal; nothing is ordered without it.
            assertThat(street.said("/desk/orders", "\"selfPay\":true")).hasSizeGreaterThanOrEqualTo(6);
            assertThat(street.server().orders().list()).hasSize(6);
        }
    }

    @Test
    void no_more_is_ordered_while_enough_is_open() throws IOException {
        try (Street street = new Street(Mishaps.none())) {
            street.operator("seat3", 1);

            await().atMost(SOON).until(() -> street.server().orders().list().size() == 1);
            await().during(Duration.ofSeconds(1)).until(() -> street.server().orders().list().size() == 1);
            street.server().orders().list().getFirst().end();
            street.server().web().change();
            await().atMost(SOON).until(() -> street.server().orders().list().size() == 2);
        }
    }

    @Test
    void wrong_orders_are_tried_and_refused() throws IOException {
        try (Street street = new Street(Mishaps.none().with(Mishap.WRONG_ORDER, 1))) {
            street.operator("seat3", 1);

            await().atMost(SOON).until(() -> street.tally().count(Mark.WRONG_ORDER_REFUSED) >= 25);
            assertThat(street.said("/desk/orders", StandInOrders.FORBIDDEN_DISH)).isNotEmpty();
            assertThat(street.server().orders().list()).isEmpty();
            assertThat(street.tally().count(Mark.ORDER_REFUSED)).isZero();
        }
    }

    @Test
    void a_wrong_order_that_is_taken_is_noticed_and_cancelled() throws IOException {
        try (Street street = new Street(Mishaps.none().with(Mishap.WRONG_ORDER, 1))) {
            street.server().orders().takeEverything();
            street.operator("seat3", 1);

            await().atMost(SOON).until(() -> street.tally().count(Mark.WRONG_ORDER_TAKEN) > 0);
            StandInVisit wrong = street.server().orders().list().getFirst();
            await().atMost(SOON).until(() -> wrong.state().equals("cancelled"));
        }
    }

    @Test
    void an_order_sent_twice_with_one_key_is_one_order() throws IOException {
        try (Street street = new Street(Mishaps.none().with(Mishap.REPEATED_ACT, 1))) {
            street.operator("seat3", 1);

            await().atMost(SOON).until(() -> street.server().web().repeats() > 0);
            await().atMost(SOON).until(() -> street.tally().count(Mark.ORDERED) == 1);
            assertThat(street.server().orders().list()).hasSize(1);
            assertThat(street.tally().count(Mark.REPEATED_DIFFERENTLY)).isZero();
        }
    }

    @Test
    void a_server_that_forgets_keys_is_noticed() throws IOException {
        try (Street street = new Street(Mishaps.none().with(Mishap.REPEATED_ACT, 1))) {
            street.server().web().forgetKeys();
            street.operator("seat3", 1);

            await().atMost(SOON).until(() -> street.tally().count(Mark.REPEATED_DIFFERENTLY) > 0);
        }
    }

    @Test
    void the_same_order_under_another_key_is_refused() throws IOException {
        try (Street street = new Street(Mishaps.none().with(Mishap.SECOND_ORDER, 1))) {
            street.operator("seat3", 1);

            await().atMost(SOON).until(() -> street.tally().count(Mark.WRONG_ORDER_REFUSED) == 1);
            assertThat(street.server().orders().list()).hasSize(1);
        }
    }

    @Test
    void visits_that_were_made_are_rated_and_one_with_weak_proof_is_reviewed() throws IOException {
        try (Street street = new Street(Mishaps.none())) {
            for (int i = 0; i < 5; i++) {
                street.server().orders().open("meal").end();
            }
            StandInVisit doubtful = street.server().orders().open("meal");
            doubtful.endWithWeakProof();
            street.operator("seat3", 0);

            await().atMost(SOON).until(() -> street.tally().count(Mark.RATED) >= 3);
            await().atMost(SOON).until(() -> street.tally().count(Mark.REVIEWED) == 1);
            assertThat(street.said("/rate")).allMatch(post -> post.matches(".*\"stars\":[1-5].*"));
            assertThat(street.said(doubtful.order() + "/review").getFirst()).contains("\"note\":\"");
        }
    }

    @Test
    void a_fault_of_the_server_only_delays_an_order() throws IOException {
        try (Street street = new Street(Mishaps.none())) {
            street.server().web().failNext(3);
            street.operator("seat3", 1);

            await().atMost(SOON).until(() -> street.server().orders().list().size() == 1);
            assertThat(street.tally().count(Mark.ORDER_REFUSED)).isZero();
        }
    }
}
