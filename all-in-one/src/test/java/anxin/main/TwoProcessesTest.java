package anxin.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two server processes on one database: the store decides, not the process. */
class TwoProcessesTest {

    private static final int PRESSES_EACH = 250;

    @TempDir
    Path folder;

    @Test
    void K1_presses_through_two_processes_are_one_incident_with_every_press_counted() throws Exception {
        String database = TestServer.freshDatabase();
        try (TestServer here = TestServer.startAround(folder, database, UnaryOperator.identity())) {
            int otherWeb = freePort();
            int otherMqtt = freePort();
            Process other = otherProcess(database, otherWeb, otherMqtt);
            try {
                ApiClient there = new ApiClient(otherWeb, Optional.empty());
                await().atMost(Duration.ofSeconds(40)).ignoreExceptions()
                        .until(() -> there.get("/health").status() == 200);

                pressThroughBoth(here, otherMqtt);

                JsonNode incidents = here.operator("seat1").get("/desk/incidents").body().path("incidents");
                assertThat(incidents).hasSize(1);
                assertThat(incidents.get(0).path("presses").asInt()).isEqualTo(2 * PRESSES_EACH);
                ApiClient deskThere = ApiClient.signIn(otherWeb, "seat1",
                        here.town().operators().getFirst().password());
                assertThat(deskThere.get("/desk/incidents").body().path("incidents")).hasSize(1);
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
    }

    private static void pressThroughBoth(TestServer here, int otherMqtt) throws Exception {
        try (ExecutorService hands = Executors.newFixedThreadPool(2);
                TestBand one = TestBand.connect(here.server().mqttPort(), here.wristband());
                TestBand two = TestBand.connect(otherMqtt, here.wristband())) {
            Future<?> first = hands.submit(() -> press(one, 1));
            Future<?> second = hands.submit(() -> press(two, 1 + PRESSES_EACH));
            first.get();
            second.get();
        }
    }

    private static Void press(TestBand band, int from) throws Exception {
        for (int i = 0; i < PRESSES_EACH; i++) {
            band.press(from + i);
        }
        return null;
    }

    private Process otherProcess(String database, int web, int mqtt) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
                CrashServer.class.getName(), folder.toString(), database, Integer.toString(web),
                Integer.toString(mqtt), "normal")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("other-process.log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
