package anxin.simulators.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anxin.simulators.people.Temper.Occupation;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemperTest {

    private static final Temper WILLING = new Temper(0.8, Duration.ofSeconds(12));

    @Test
    void the_same_seed_gives_the_same_person_and_the_same_decisions() {
        assertThat(decisions(WILLING, 5, 42)).isEqualTo(decisions(WILLING, 5, 42))
                .isNotEqualTo(decisions(WILLING, 5, 43));
    }

    @Test
    void willingness_falls_with_the_way_and_during_a_visit() {
        assertThat(WILLING.willingness(0, Occupation.FREE)).isEqualTo(0.8);
        assertThat(WILLING.willingness(20, Occupation.FREE)).isCloseTo(0.8 / Math.E, within(1e-9));
        assertThat(WILLING.willingness(0, Occupation.WITH_A_RESIDENT)).isCloseTo(0.36, within(1e-9));
    }

    @Test
    void nobody_leaves_somebody_in_the_water() {
        assertThat(WILLING.willingness(0, Occupation.IN_CARE)).isZero();
    }

    @Test
    void a_planned_visit_is_accepted_more_often_than_a_call() {
        assertThat(WILLING.willingnessForAVisit(0)).isCloseTo(0.9, within(1e-9));
        assertThat(WILLING.willingnessForAVisit(20)).isCloseTo(0.9 * Math.exp(-1 / 3.0), within(1e-9));
    }

    @Test
    void people_next_door_accept_as_often_as_they_are_willing() {
        long accepts = decisions(WILLING, 0, 7).stream().filter(Decision.Accept.class::isInstance).count();

        assertThat(accepts / 2_000.0).isCloseTo(0.8, within(0.03));
    }

    @Test
    void of_those_who_do_not_come_45_in_100_say_so() {
        List<Decision> others = decisions(WILLING, 10, 7).stream()
                .filter(one -> !(one instanceof Decision.Accept)).toList();
        long said = others.stream().filter(Decision.Decline.class::isInstance).count();

        assertThat(said / (double) others.size()).isCloseTo(0.45, within(0.05));
    }

    @Test
    void half_of_the_answers_come_within_twelve_seconds() {
        long quick = decisions(WILLING, 0, 7).stream().filter(TemperTest::isQuick).count();
        long accepts = decisions(WILLING, 0, 7).stream().filter(Decision.Accept.class::isInstance).count();

        assertThat(quick / (double) accepts).isCloseTo(0.5, within(0.04));
    }

    private static boolean isQuick(Decision decision) {
        return decision instanceof Decision.Accept accept
                && accept.after().compareTo(Duration.ofSeconds(12)) < 0;
    }

    private static List<Decision> decisions(Temper temper, int minutesAway, long seed) {
        Random chance = new Random(seed);
        return IntStream.range(0, 2_000).mapToObj(i -> temper.decide(minutesAway, Occupation.FREE, chance))
                .toList();
    }
}
