package anxin.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anxin.dispatcher.TestDatabase;
import anxin.main.demo.TownFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is under way goes on in the next process, and a page that was away gets what it missed. */
class RestartTest {

    @TempDir
    Path folder;

    @Test
    void K10_the_ladder_goes_on_after_a_restart_and_the_open_alarm_still_rings() throws Exception {
        String database = TestServer.freshDatabase();
        try (TestServer before = TestServer.startAround(folder, database, UnaryOperator.identity());
                TestBand band = TestBand.connect(before.server().mqttPort(), before.wristband())) {
            for (TownFile.Caregiver caregiver : before.town().caregivers().subList(0, 6)) {
                before.caregiver(caregiver.login()).post("/phone/duty", Map.of("state", "on"));
            }
            band.press();
            band.answer();
            assertThat(offers(before)).isEqualTo(3);
        }

        // The first widening is due 15 s after the press; the process that would have done it is gone.
        try (TestServer after = TestServer.startAround(folder, database, UnaryOperator.identity())) {
            JsonNode card = board(after).get(0);
            assertThat(card.path("unattended").asBoolean()).isTrue();
            assertThat(card.path("nextStep").path("what").asText()).isNotEmpty();
            await().atMost(Duration.ofSeconds(25)).until(() -> offers(after) >= 5);
            assertThat(board(after).get(0).path("escalated").asBoolean()).as("nobody displayed it").isTrue();
        }
    }

    @Test
    void a_page_that_was_away_gets_what_it_missed_once_and_in_order() throws Exception {
        try (TestServer anxin = TestServer.start(folder);
                TestBand band = TestBand.connect(anxin.server().mqttPort(), anxin.wristband())) {
            ApiClient desk = anxin.operator("seat1");
            // Somebody to ask, so that the duty leader need not be called.
            VisitPhone.onDuty(anxin.caregiver("hu01"));
            List<String> heard = new CopyOnWriteArrayList<>();
            try (AutoCloseable _ = desk.stream(Optional.empty(), heard::add)) {
                await().until(() -> heard.stream().anyMatch(line -> line.startsWith("event: hello")));
                band.press();
                // The alarm, and twice the message to the first contact: a page of orders may show it as well.
                await().until(() -> changes(heard).size() == 3);
            }
            String lastId = heard.stream().filter(line -> line.startsWith("id: ")).toList().getLast()
                    .substring(4);

            band.press();
            band.press();
            List<String> afterwards = new CopyOnWriteArrayList<>();
            try (AutoCloseable _ = desk.stream(Optional.of(lastId), afterwards::add)) {
                await().until(() -> changes(afterwards).size() == 2);
                band.press();
                await().until(() -> changes(afterwards).size() == 3);
            }
            assertThat(afterwards.stream().filter(line -> line.startsWith("id: ")).distinct().count())
                    .isEqualTo(4);
        }
    }

    @Test
    void a_page_with_a_place_in_a_feed_that_is_not_ours_reads_everything_again() throws Exception {
        try (TestServer anxin = TestServer.start(folder)) {
            List<String> heard = new CopyOnWriteArrayList<>();
            try (AutoCloseable _ = anxin.operator("seat1").stream(Optional.of("999999999-1"), heard::add)) {
                await().until(() -> heard.contains("event: resync"));
            }
        }
    }

    @Test
    void F3_without_a_database_nothing_is_acknowledged_and_afterwards_nothing_is_missing() throws Exception {
        String database = TestServer.freshDatabase();
        try (TestServer anxin = TestServer.startAround(folder, database, UnaryOperator.identity());
                TestBand band = TestBand.connect(anxin.server().mqttPort(), anxin.wristband())) {
            ApiClient desk = anxin.operator("seat1");
            TestDatabase.shutOut(database);
            try {
                Thread press = Thread.ofVirtual().start(() -> pressQuietly(band));
                assertThat(press.join(Duration.ofSeconds(3))).as("acknowledged without a database").isFalse();
                assertThat(desk.get("/desk/incidents").status()).isEqualTo(503);
                assertThat(anxin.anonymous().get("/health").status()).isEqualTo(503);

                TestDatabase.letIn(database);
                assertThat(press.join(Duration.ofSeconds(15))).as("acknowledged once it is back").isTrue();
            } finally {
                TestDatabase.letIn(database);
            }
            assertThat(band.answer()).contains("incident");
            assertThat(board(anxin)).hasSize(1);
        }
    }

    private static void pressQuietly(TestBand band) {
        try {
            band.press();
        } catch (MqttException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static List<String> changes(List<String> lines) {
        return lines.stream().filter(line -> line.equals("event: change")).toList();
    }

    private static JsonNode board(TestServer anxin) throws Exception {
        return anxin.operator("seat1").get("/desk/incidents").body().path("incidents");
    }

    private static int offers(TestServer anxin) throws Exception {
        String incident = board(anxin).get(0).path("id").asText();
        return anxin.operator("seat1").get("/desk/incidents/" + incident).body().path("offers").size();
    }
}
