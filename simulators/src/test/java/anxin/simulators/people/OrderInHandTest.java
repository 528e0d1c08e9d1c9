package anxin.simulators.people;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.simulators.people.OrderInHand.Act;
import anxin.simulators.web.OrderCard;
import anxin.simulators.web.OrderCard.Rating;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderInHandTest {

    private static final Instant NOW = Instant.parse("2026-11-21T11:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(0);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void most_residents_are_content_and_some_complain_in_words() {
        List<Act> said = IntStream.range(0, 400).mapToObj(seed -> afterAnHour(card("verified", ""), seed))
                .toList();

        assertThat(said.stream().filter(act -> act instanceof Act.Praise(int stars) && stars >= 4).count())
                .isBetween(280L, 360L);
        assertThat(said.stream().filter(Act.Complain.class::isInstance).count()).isBetween(8L, 40L);
    }

    @Test
    void nobody_is_asked_before_the_people_at_the_desk_had_time_to_ask() {
        OrderInHand order = order(Mishaps.none(), 1, card("verified", ""));

        assertThat(order.due(card("verified", ""), NOW)).isInstanceOfSatisfying(Act.Wait.class,
                act -> assertThat(act.until()).isAfterOrEqualTo(NOW.plus(PATIENCE)));
    }

    @Test
    void a_visit_with_weak_proof_is_reviewed_with_a_note() {
        assertThat(afterAnHour(card("checked-out", "weak-proof"), 1)).isInstanceOfSatisfying(Act.Review.class,
                act -> assertThat(act.note()).isNotBlank());
    }

    @Test
    void an_order_to_which_nobody_comes_is_cancelled_by_the_centre() {
        assertThat(afterAnHour(card("offered", "nobody-to-ask"), 1)).isInstanceOfSatisfying(Act.Cancel.class,
                act -> assertThat(act.by()).isEqualTo("centre"));
    }

    @Test
    void a_resident_who_changes_their_mind_cancels_within_ten_minutes_and_not_when_somebody_is_there() {
        OrderInHand order = order(Mishaps.none().with(Mishap.CANCELLED, 1), 1, card("accepted", ""));

        assertThat(order.due(card("accepted", ""), NOW.plusSeconds(601))).isInstanceOfSatisfying(
                Act.Cancel.class, act -> assertThat(act.by()).isEqualTo("resident"));
        assertThat(order.due(card("checked-in", ""), LATER)).isInstanceOf(Act.Wait.class);
    }

    private Act afterAnHour(OrderCard card, long seed) {
        OrderInHand order = order(Mishaps.none(), seed, card);
        order.due(card, NOW);
        return order.due(card, LATER);
    }

    private OrderInHand order(Mishaps mishaps, long seed, OrderCard card) {
        return new OrderInHand(card, NOW, PATIENCE, new Surroundings(Clock.systemUTC(), timer,
                new Random(seed * 7_919), 1, new Everyday(1, mishaps, new Tally())));
    }

    private static OrderCard card(String state, String attention) {
        return new OrderCard("order-1", state, attention, NOW, Rating.UNRATED);
    }
}
