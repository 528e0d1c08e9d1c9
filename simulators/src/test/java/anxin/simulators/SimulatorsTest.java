package anxin.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anxin.simulators.people.Mishaps;
import anxin.simulators.people.Tally.Mark;
import anxin.simulators.standin.StandIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorsTest {

    private static final String TOWN = """
            {"tenant":"demo","devices":[
              {"id":"wb-0001","kind":"wristband","family":"native","user":"wb-0001","secret":"s",
               "topic":"anxin/v1/demo/wb-0001","latitude":39.6,"longitude":109.8},
              {"id":"wb-0002","kind":"button","family":"native","user":"wb-0002","secret":"s",
               "topic":"anxin/v1/demo/wb-0002","latitude":39.6,"longitude":109.8}],
             "caregivers":[{"login":"hu02","password":"p","name":"Naren","latitude":39.6,"longitude":109.8,"simulated":true},
                           {"login":"hu01","password":"p","name":"Sarna","latitude":39.6,"longitude":109.8}],
             "operators":[{"login":"seat3","password":"p","simulated":true},{"login":"seat1","password":"p"}]}""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void presses_are_followed_to_the_desk_and_closed_again() throws IOException {
        try (StandIn server = new StandIn(0, 0)) {
            int status = run("presses", "--town", town(), "--web", server.web().address().toString(),
                    "--mqtt",
                    server.mqtt().address().toString(), "--count", "10", "--every", "50ms", "--out",
                    folder.resolve("result.json").toString());

            assertThat(out.toString(StandardCharsets.UTF_8)).contains("presses 10, errors 0", "left open 0");
            assertThat(status).isZero();
            assertThat(Files.readString(folder.resolve("result.json"))).contains("\"p99_ms\"");
        }
    }

    @Test
    void only_simulated_people_act_and_an_incident_kept_by_somebody_is_left_alone() throws IOException {
        SimulationPace pace = SimulationPace.everyday().withPressEvery(Duration.ofHours(1))
                .withOperatorPatience(Duration.ofMillis(500));
        try (StandIn server = new StandIn(0, 0)) {
            String kept = server.raise("wb-0001");
            server.post("seat1", "/desk/incidents/" + kept + "/take",
                    com.fasterxml.jackson.databind.node.NullNode.instance);
            String free = server.raise("wb-0002");
            try (Simulation _ = Simulation.start(Path.of(town()), server.web().address(),
                    server.mqtt().address(),
                    pace)) {
                await().atMost(Duration.ofSeconds(8))
                        .until(() -> server.web().posts().stream()
                                .anyMatch(post -> post.contains(free + "/take")));
                await().atMost(Duration.ofSeconds(8))
                        .until(() -> server.web().posts().stream()
                                .anyMatch(post -> post.startsWith("hu02 /phone/position")));
            }

            assertThat(server.web().posts()).noneMatch(post -> post.startsWith("hu01"))
                    .noneMatch(post -> post.startsWith("seat3") && post.contains(kept));
        }
    }

    @Test
    void where_the_town_names_residents_they_order_and_are_visited() throws IOException {
        SimulationPace pace = SimulationPace.everyday().withPressEvery(Duration.ofHours(1))
                .withTimesFaster(1_000)
                .withOrders(new SimulationPace.Orders(Duration.ofMillis(200), 6, 1_000, Mishaps.none()));
        Path file = folder.resolve("residents.json");
        Files.writeString(file, TOWN.replace("{\"tenant\":",
                "{\"residents\":[{\"id\":\"r-1\",\"name\":\"乌云\"},{\"id\":\"r-2\",\"name\":\"巴特尔\"}],\"tenant\":"));
        try (StandIn server = new StandIn(0, 0)) {
            server.orders().register("r-1");
            server.orders().register("r-2");
            try (Simulation simulation = Simulation.start(file, server.web().address(),
                    server.mqtt().address(),
                    pace)) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> simulation.tally().count(Mark.VISIT_ENDED) > 0);
                assertThat(simulation.tally().toString()).contains("ordered ", "visit ended ");
            }
            assertThat(server.web().posts()).noneMatch(post -> post.startsWith("seat1"));
        }
    }

    @Test
    void wrong_words_end_with_status_2_and_say_what_to_do() throws IOException {
        assertThat(run("press")).isEqualTo(2);
        assertThat(run("presses", "--town", town(), "--count", "many")).isEqualTo(2);
        assertThat(run("crash")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("'press' is no command",
                "--count 'many': write a whole number", "--town is missing");
    }

    @Test
    void a_server_that_is_not_there_ends_with_status_1() throws IOException {
        assertThat(run("presses", "--town", town(), "--web", "http://127.0.0.1:1", "--mqtt",
                "tcp://127.0.0.1:1"))
                .isEqualTo(1);
    }

    private int run(String... words) {
        return new Simulators(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)).run(List.of(words));
    }

    private String town() throws IOException {
        Path file = folder.resolve("town.json");
        Files.writeString(file, TOWN);
        return file.toString();
    }
}
