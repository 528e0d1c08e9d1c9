package anxin.simulators.people;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.simulators.web.Check;
import anxin.simulators.web.Check.Kind;
import anxin.simulators.web.Check.Need;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class CheckAnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-21T11:00:00Z");
    private static final Check SKIN = new Check("skin-intact", Kind.YES, Double.NaN, Double.NaN,
            Need.REQUIRED);
    private static final Check COOKED = new Check("cooked-at", Kind.TIME, Double.NaN, Double.NaN,
            Need.REQUIRED);
    private static final Check SIZE = new Check("size", Kind.NUMBER, Double.NaN, Double.NaN, Need.REQUIRED);

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(0);
    private final CheckAnswers answers = new CheckAnswers(
            new Surroundings(Clock.systemUTC(), timer, new Random(3), 1,
                    new Everyday(1, Mishaps.none(), new Tally())),
            NOW);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({"90, 160", "35.5, 37.4", "40, 42", "NaN, 5", "1000, NaN"})
    void a_good_reading_is_inside_and_a_bad_one_outside_its_limits(double least, double most) {
        Check check = new Check("reading", Kind.NUMBER, least, most, Need.REQUIRED);
        double good = number(answers.good(List.of(check)));
        double bad = number(answers.withBad(List.of(check)));

        assertThat(good < least || good > most).isFalse();
        assertThat(bad < least || bad > most).isTrue();
    }

    @Test
    void only_what_can_fail_is_answered_badly() {
        assertThat(answers.withBad(List.of(COOKED, SIZE, SKIN))).containsEntry("skin-intact", "no");
        assertThat(answers.good(List.of(SKIN))).containsEntry("skin-intact", "yes");
        assertThat(CheckAnswers.findFragile(List.of(COOKED, SIZE))).isEmpty();
    }

    @Test
    void a_meal_was_cooked_within_the_hour_unless_it_is_stale() {
        Instant fresh = Instant.parse(answers.good(List.of(COOKED)).get("cooked-at"));
        Instant stale = Instant.parse(answers.withStaleTimes(List.of(COOKED)).get("cooked-at"));

        assertThat(Duration.between(fresh, NOW)).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(35));
        assertThat(Duration.between(stale, NOW)).isGreaterThan(Duration.ofHours(2));
    }

    private static double number(Map<String, String> form) {
        return Double.parseDouble(form.getOrDefault("reading", "missing"));
    }
}
