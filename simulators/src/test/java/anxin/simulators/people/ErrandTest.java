package anxin.simulators.people;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.simulators.people.Decision.Follow;
import anxin.simulators.town.Place;
import anxin.simulators.web.Phone.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErrandTest {

    private static final Instant NOW = Instant.parse("2026-11-21T11:00:00Z");
    private static final Place STATION = new Place(39.60, 109.80);
    private static final Place HOME = new Place(39.61, 109.80);

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(0);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void a_kilometre_takes_five_to_seven_minutes_and_ends_at_the_door() {
        Errand errand = errand("accepted", Follow.GOES, 1);
        Instant arrives = errand.next(task("on-the-way")).at();

        assertThat(Duration.between(NOW, arrives)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(7));
        assertThat(errand.placeAt(NOW)).isEqualTo(STATION);
        assertThat(errand.placeAt(NOW.plusSeconds(200)).metersTo(HOME)).isBetween(200.0, 900.0);
        assertThat(errand.placeAt(arrives).metersTo(HOME)).isLessThan(1);
    }

    @Test
    void time_can_be_shortened_for_a_demonstration() {
        Instant done = errand("accepted", Follow.GOES, 20).next(task("arrived")).at();

        assertThat(Duration.between(NOW, done)).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(145));
    }

    @Test
    void somebody_who_does_not_move_gives_the_task_back() {
        Errand errand = errand("accepted", Follow.STAYS_WHERE_THEY_ARE, 1);

        assertThat(errand.placeAt(NOW.plusSeconds(120))).isEqualTo(STATION);
        assertThat(errand.next(task("accepted")).word()).isEqualTo("given-back");
    }

    @Test
    void after_a_restart_a_visit_goes_on_at_the_door() {
        Errand errand = errand("arrived", Follow.GOES, 1);

        assertThat(errand.placeAt(NOW)).isEqualTo(HOME);
        assertThat(errand.next(task("arrived")).word()).isEqualTo("done");
    }

    private Errand errand(String step, Follow follow, double timesFaster) {
        return new Errand(task(step), STATION, follow, NOW,
                new Surroundings(Clock.systemUTC(), timer, new Random(5), timesFaster,
                        new Everyday(1, Mishaps.none(), new Tally())));
    }

    private static Task task(String step) {
        return new Task("offer-1", step, HOME);
    }
}
