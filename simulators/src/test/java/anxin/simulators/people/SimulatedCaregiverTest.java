package anxin.simulators.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anxin.simulators.standin.StandIn;
import anxin.simulators.town.Login;
import anxin.simulators.town.Place;
import anxin.simulators.town.TownCaregiver;
import anxin.simulators.web.Web;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedCaregiverTest {

    private static final TownCaregiver NAREN = new TownCaregiver(new Login("naren", "p"),
            new Place(39.6, 109.8), true);
    private static final Temper ALWAYS_YES = new Temper(2, Duration.ofMillis(50));

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void an_accepted_call_is_followed_to_the_door_and_to_its_end() throws IOException {
        try (StandIn server = new StandIn(0, 0);
                Web web = new Web(server.web().address());
                SimulatedCaregiver naren = new SimulatedCaregiver(NAREN, web, ALWAYS_YES,
                        new Surroundings(Clock.systemUTC(), timer, new Random(1), 2_000,
                                new Everyday(1, Mishaps.none(), new Tally())))) {
            naren.begin();
            String incident = server.raise("wb-0001");

            await().atMost(Duration.ofSeconds(12))
                    .until(() -> saidAbout(server, incident, "\"done\"").size() == 1);
            assertThat(saidAbout(server, incident, "")).first().asString().contains("delivered");
            assertThat(saidAbout(server, incident, "/steps"))
                    .extracting(said -> said.replaceAll(".*\"step\":\"|\".*", ""))
                    .containsExactly("on-the-way", "arrived", "done");
            assertThat(saidAbout(server, incident, "\"done\"").getFirst()).contains("\"note\":",
                    "\"position\":");
        }
    }

    private static List<String> saidAbout(StandIn server, String incident, String word) {
        return server.web().posts().stream().filter(post -> post.contains(incident) && post.contains(word))
                .toList();
    }
}
