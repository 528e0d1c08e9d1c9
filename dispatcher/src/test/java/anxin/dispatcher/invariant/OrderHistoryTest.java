package anxin.dispatcher.invariant;

import static anxin.dispatcher.order.OrderEventKind.ACCEPTED;
import static anxin.dispatcher.order.OrderEventKind.ASSESSED;
import static anxin.dispatcher.order.OrderEventKind.BEGUN;
import static anxin.dispatcher.order.OrderEventKind.CANCELLED;
import static anxin.dispatcher.order.OrderEventKind.CAPTURED;
import static anxin.dispatcher.order.OrderEventKind.CHECKED_IN;
import static anxin.dispatcher.order.OrderEventKind.CHECKED_OUT;
import static anxin.dispatcher.order.OrderEventKind.CHECK_REFUSED;
import static anxin.dispatcher.order.OrderEventKind.DECLINED;
import static anxin.dispatcher.order.OrderEventKind.DIVERTED;
import static anxin.dispatcher.order.OrderEventKind.GIVEN_BACK;
import static anxin.dispatcher.order.OrderEventKind.HELD;
import static anxin.dispatcher.order.OrderEventKind.LATE;
import static anxin.dispatcher.order.OrderEventKind.NOBODY_TO_ASK;
import static anxin.dispatcher.order.OrderEventKind.NOT_DONE;
import static anxin.dispatcher.order.OrderEventKind.NO_ACCESS;
import static anxin.dispatcher.order.OrderEventKind.OFFERED;
import static anxin.dispatcher.order.OrderEventKind.ON_THE_WAY;
import static anxin.dispatcher.order.OrderEventKind.RATED;
import static anxin.dispatcher.order.OrderEventKind.RELEASED;
import static anxin.dispatcher.order.OrderEventKind.REQUESTED;
import static anxin.dispatcher.order.OrderEventKind.RESIDENT_TOLD;
import static anxin.dispatcher.order.OrderEventKind.REVIEWED;
import static anxin.dispatcher.order.OrderEventKind.REVIEW_DUE;
import static anxin.dispatcher.order.OrderEventKind.SCHEDULED;
import static anxin.dispatcher.order.OrderEventKind.UNRATED;
import static anxin.dispatcher.order.OrderEventKind.VERIFIED;
import static anxin.dispatcher.order.OrderEventKind.WELFARE_RAISED;
import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.invariant.OrderHistory.Now;
import anxin.dispatcher.order.OrderEventKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderHistoryTest {

    private OrderHistory history = new OrderHistory(1);

    @Test
    void a_meal_from_the_request_to_the_rating_fits() {
        atTheDoor();
        fits(CHECKED_OUT, "Naren");
        fit(VERIFIED, CAPTURED);
        assertThat(history.disagreement(new Now("verified", "captured", 0))).isEmpty();
        fit(UNRATED, RATED);
        assertThat(history.disagreement(new Now("verified", "captured", 4))).isEmpty();
        doesNotFit(RATED, "Li", "comes after the rating");
        doesNotFit(CAPTURED, "system", "comes after it was paid");
    }

    @Test
    void it_begins_with_the_request_and_the_money_is_held_before_anybody_is_asked() {
        doesNotFit(ASSESSED, "system", "comes where requested should");
        fit(REQUESTED, ASSESSED);
        doesNotFit(SCHEDULED, "system", "comes where held should");
        fit(HELD, SCHEDULED);
        doesNotFit(HELD, "system", "comes a second time");
        assertThat(history.disagreement(new Now("offered", "held", 0))).isEmpty();
    }

    @Test
    void nobody_accepts_what_was_not_offered_or_is_complete() {
        ordered();
        doesNotFit(ACCEPTED, "Naren", "accepts what was not offered");
        doesNotFit(DECLINED, "Naren", "answers what was not offered");
        fit(OFFERED);
        fits(ACCEPTED, "Naren");
        doesNotFit(ACCEPTED, "Batu", "accepts what is complete with Naren");
        doesNotFit(OFFERED, "system", "looks for somebody although nobody is missing");
        doesNotFit(NOBODY_TO_ASK, "system", "looks for somebody although nobody is missing");
        assertThat(history.disagreement(new Now("accepted", "held", 0))).isEmpty();
    }

    @Test
    void the_steps_are_the_holders_and_in_order() {
        ordered();
        fit(OFFERED);
        doesNotFit(ON_THE_WAY, "Naren", "is by Naren, who has not accepted");
        fits(ACCEPTED, "Naren");
        doesNotFit(CHECKED_IN, "Naren", "cannot follow ACCEPTED");
        doesNotFit(NO_ACCESS, "Naren", "is by Naren, who has not left");
        fits(ON_THE_WAY, "Naren");
        doesNotFit(CHECKED_OUT, "Naren", "cannot follow ON_THE_WAY");
        doesNotFit(NOT_DONE, "Naren", "is by Naren, who is not there");
        doesNotFit(CHECK_REFUSED, "Batu", "is by Batu, who has not accepted");
        assertThat(history.disagreement(new Now("on-the-way", "held", 0))).isEmpty();
        fits(CHECKED_IN, "Naren");
        doesNotFit(GIVEN_BACK, "Naren", "cannot follow ARRIVED");
        doesNotFit(CANCELLED, "Li", "calls it off while somebody is at the door");
        doesNotFit(CAPTURED, "system", "comes before everybody has left");
    }

    @Test
    void who_was_taken_away_at_the_door_leaves_it_to_another() {
        atTheDoor();
        fits(DIVERTED, "Naren");
        assertThat(history.disagreement(new Now("offered", "held", 0))).isEmpty();
        fit(OFFERED);
        doesNotFit(CHECKED_OUT, "Naren", "is by Naren, who has not accepted");
        fits(ACCEPTED, "Batu");
        fits(GIVEN_BACK, "Batu");
        fits(ACCEPTED, "Naren");
        assertThat(history.disagreement(new Now("accepted", "held", 0))).isEmpty();
    }

    @Test
    void two_begin_together_and_it_is_over_when_both_have_left() {
        history = new OrderHistory(2);
        atTheDoor();
        doesNotFit(ACCEPTED, "Naren", "accepts a second place");
        assertThat(history.disagreement(new Now("offered", "held", 0))).isEmpty();
        doesNotFit(BEGUN, "Naren", "begins with 1 of 2 people");
        fits(ACCEPTED, "Batu");
        fits(ON_THE_WAY, "Batu");
        doesNotFit(BEGUN, "Batu", "is by Batu, who is not there");
        fits(CHECKED_IN, "Batu");
        fits(BEGUN, "Naren");
        assertThat(history.disagreement(new Now("in-progress", "held", 0))).isEmpty();
        doesNotFit(BEGUN, "Batu", "comes after it was begun");
        doesNotFit(NOT_DONE, "Batu", "comes after it was begun");
        fits(CHECKED_OUT, "Naren");
        doesNotFit(VERIFIED, "system", "comes before everybody has left");
        fits(CHECKED_OUT, "Batu");
        fit(REVIEW_DUE);
        assertThat(history.disagreement(new Now("checked-out", "held", 0))).isEmpty();
    }

    @Test
    void a_weak_proof_is_reviewed_once_and_paid_or_paid_back() {
        atTheDoor();
        fits(CHECKED_OUT, "Naren");
        doesNotFit(CAPTURED, "system", "comes where verified should");
        fit(REVIEW_DUE, UNRATED, RATED);
        doesNotFit(CAPTURED, "system", "cannot come before the review");
        fits(REVIEWED, "Li");
        assertThat(history.disagreement(new Now("checked-out", "held", 1))).contains("cannot be the last");
        fit(RELEASED);
        doesNotFit(REVIEWED, "Li", "comes after it was paid back");
        assertThat(history.disagreement(new Now("cancelled", "released", 1))).isEmpty();
    }

    @Test
    void a_door_that_nobody_opens_is_a_call_for_help_and_the_money_goes_back() {
        ordered();
        fit(OFFERED);
        fits(ACCEPTED, "Naren");
        fits(ON_THE_WAY, "Naren");
        fits(NO_ACCESS, "Naren");
        doesNotFit(RELEASED, "system", "comes where welfare-raised should");
        fit(WELFARE_RAISED, RELEASED);
        assertThat(history.disagreement(new Now("cancelled", "released", 0)))
                .contains("leaves it no-access; the order says cancelled");
        assertThat(history.disagreement(new Now("no-access", "released", 0))).isEmpty();
        doesNotFit(RATED, "Li", "comes after it was paid back");
    }

    @Test
    void nobody_is_told_before_it_is_late() {
        ordered();
        doesNotFit(RESIDENT_TOLD, "system", "comes before it was late");
        doesNotFit(WELFARE_RAISED, "system", "comes before it was late");
        fit(LATE, RESIDENT_TOLD, LATE, WELFARE_RAISED, CANCELLED);
        doesNotFit(OFFERED, "system", "comes where released should");
    }

    @Test
    void the_row_agrees_about_money_and_rating() {
        ordered();

        assertThat(history.disagreement(new Now("offered", "released", 0)))
                .contains("leaves its money held; the order says released");
        assertThat(history.disagreement(new Now("offered", "held", 3)))
                .contains("leaves it unrated; the order says 3 stars");
    }

    private void ordered() {
        fit(REQUESTED, ASSESSED, HELD, SCHEDULED);
    }

    private void atTheDoor() {
        ordered();
        fit(OFFERED);
        fits(ACCEPTED, "Naren");
        fits(ON_THE_WAY, "Naren");
        fits(CHECKED_IN, "Naren");
    }

    private void fit(OrderEventKind... kinds) {
        List.of(kinds).forEach(kind -> fits(kind, "system"));
    }

    private void fits(OrderEventKind kind, String actor) {
        assertThat(history.objection(kind, actor)).as(kind + " by " + actor).isEmpty();
    }

    private void doesNotFit(OrderEventKind kind, String actor, String because) {
        assertThat(history.objection(kind, actor)).isEqualTo(Optional.of(because));
    }
}
