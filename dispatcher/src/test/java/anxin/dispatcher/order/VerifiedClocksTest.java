package anxin.dispatcher.order;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.order.ServiceOrder.Complaint;
import anxin.dispatcher.order.Settlement.Decision;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifiedClocksTest extends VerifiedVisits {

    @Test
    void O1_what_waits_for_a_visit_a_review_or_a_rating_is_counted() {
        lunch();

        assertHolds("O1");
        assertThat(finding("O1").figures()).isEqualTo("open orders 1, waiting for review 0, unrated 0");
    }

    @Test
    void O1_an_order_that_is_still_asking_and_never_late_is_found() {
        ServiceOrder order = lunch();
        near();
        corrupted("UPDATE deadline SET state = 'cancelled', ended_at = due_at WHERE kind = 'order-late'");

        assertThat(violations("O1"))
                .containsExactly(of(order) + " is offered and nothing notices when it is late");
    }

    @Test
    void O1_somebody_at_the_door_without_a_clock_is_found() {
        var near = near();
        ServiceOrder order = carried(near);
        step(order, near, VisitStep.CHECKED_IN);
        assertHolds("O1");

        corrupted("UPDATE deadline SET state = 'done', ended_at = due_at WHERE kind = 'order-overrun'");

        assertThat(violations("O1"))
                .containsExactly(of(order) + " is checked-in and nothing notices when it is late");
    }

    @Test
    void O1_a_review_that_stands_nowhere_is_found_although_its_rating_clock_runs() {
        ServiceOrder order = doubtful(near());
        assertHolds("O1");

        corrupted("UPDATE service_order SET attention = NULL");

        assertThat(violations("O1"))
                .containsExactly(of(order) + " waits for a review and nobody is asked to look");
    }

    @Test
    void O1_an_unrated_visit_without_its_clock_is_found() {
        ServiceOrder order = eaten(near());
        assertHolds("O1");

        corrupted("UPDATE deadline SET state = 'cancelled', ended_at = due_at WHERE kind = 'order-unrated'");

        assertThat(violations("O1")).containsExactly(of(order) + " is unrated and nobody is asked to call");
    }

    @Test
    void O1_a_visit_reviewed_after_its_rating_time_is_still_to_be_rated() {
        ServiceOrder order = doubtful(near());
        clock.pass(VisitSteps.RATE_WITHIN.plus(Duration.ofMinutes(1)));
        fireDue();
        dispatcher.orders().orders().review(order.id(), operator, Decision.ACCEPTED, "电话核实，餐已收到");

        assertHolds("O1");
        assertThat(find(order.id()).progress().attention()).contains(Attention.UNRATED);

        dispatcher.orders().orders().rate(order.id(), operator, 5, Complaint.NONE, Optional.empty());
        assertHolds("O1");
        assertHolds("I7-ORDER");
    }

    @Test
    void O1_a_clock_that_outlives_its_order_is_found() {
        ServiceOrder order = cancelled();
        assertHolds("O1");

        corrupted("UPDATE deadline SET state = 'pending', ended_at = NULL WHERE kind = 'order-late'");

        assertThat(violations("O1"))
                .containsExactly(of(order) + " is cancelled and its clock order-late goes on");
    }
}
