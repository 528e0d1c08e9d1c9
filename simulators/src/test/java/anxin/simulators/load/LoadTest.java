package anxin.simulators.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.simulators.load.Sightings.Mark;
import anxin.simulators.web.Card;
import anxin.simulators.web.Card.Desk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void a_hundred_presses_are_summed_up_by_their_percentiles() {
        Latencies desk = new Latencies("desk");
        for (int millis = 1; millis <= 100; millis++) {
            desk.add(Duration.ofMillis(millis));
        }

        assertThat(desk.line())
                .matches("desk +p50 +50\\.0  p90 +90\\.\\d  p99 +99\\.\\d  max +100\\.\\d ms +\\(100\\)");
        assertThat(desk.json().path("count").asInt()).isEqualTo(100);
    }

    @Test
    void nothing_measured_is_said_and_not_shown_as_zero() {
        assertThat(new Latencies("desk").line()).endsWith("none");
    }

    @Test
    void the_same_seed_kills_at_the_same_moments_and_never_at_the_edges() {
        List<Duration> moments = KillPlan.moments(50, Duration.ofSeconds(100), new Random(3));

        assertThat(moments).isSorted().isEqualTo(KillPlan.moments(50, Duration.ofSeconds(100), new Random(3)))
                .allSatisfy(moment -> assertThat(moment).isBetween(Duration.ofSeconds(5),
                        Duration.ofSeconds(95)));
    }

    @Test
    void wrong_words_are_named() {
        assertThatThrownBy(() -> read("--evry", "1s")).hasMessageContaining("'--evry' is not known");
        assertThatThrownBy(() -> read("--every")).hasMessageContaining("--every wants a value");
        assertThatThrownBy(() -> read("--every", "fast").duration("every", Duration.ZERO))
                .hasMessageContaining("--every 'fast': write a number with ms, s, m or h");
        assertThatThrownBy(() -> read("--web", "localhost:8080").address("web", Set.of("http")))
                .isInstanceOf(UsageException.class).hasMessageContaining("write scheme, host and port");
    }

    @Test
    void a_duration_is_read_with_its_unit() {
        assertThat(read("--every", "250ms").duration("every", Duration.ZERO))
                .isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void a_new_incident_counts_from_the_first_board_that_shows_it() {
        Sightings board = new Sightings();
        board.note(List.of(), 10);
        Map<String, Mark> before = board.marks();
        board.note(List.of(card(1)), 20);
        board.note(List.of(card(1)), 30);

        assertThat(board.firstShown("0197", before)).hasValue(20);
    }

    @Test
    void a_second_press_counts_from_the_first_board_with_the_grown_number() {
        Sightings board = new Sightings();
        board.note(List.of(card(1)), 20);
        Map<String, Mark> before = board.marks();
        assertThat(board.firstShown("0197", before)).isEmpty();

        board.note(List.of(card(2)), 40);

        assertThat(board.firstShown("0197", before)).hasValue(40);
    }

    private static Card card(int presses) {
        return new Card("0197", "wb-0001", presses, "", Desk.QUEUED, "", "asking");
    }

    private static Arguments read(String... words) {
        return Arguments.read(List.of(words), Set.of("every", "web"), Set.of());
    }
}
