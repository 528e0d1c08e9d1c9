package anxin.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anxin.dispatcher.invariant.Verification;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One press, all the way: a real MQTT client, the real database, real HTTP. Newcomers start here. */
class FollowOneAlarmTest {

    @TempDir
    Path folder;

    @Test
    void one_press_reaches_a_human_and_comes_to_an_end() throws Exception {
        try (TestServer anxin = TestServer.start(folder);
                TestBand band = TestBand.connect(anxin.server().mqttPort(), anxin.wristband())) {
            ApiClient desk = anxin.operator("seat1");
            List<String> heardAtTheDesk = new CopyOnWriteArrayList<>();
            try (AutoCloseable _ = desk.stream(Optional.empty(), heardAtTheDesk::add)) {
                ApiClient first = onDuty(anxin.caregiver("hu01"));
                ApiClient second = onDuty(anxin.caregiver("hu02"));

                // The wristband is told by PUBACK and by its own topic; both mean: it is in the database.
                band.press();
                assertThat(band.answer()).contains("\"seq\":1").contains("\"incident\":\"").contains("已收到");
                JsonNode card = board(desk).get(0);
                String incident = card.path("id").asText();
                assertThat(card.path("type").asText()).isEqualTo("sos.wristband");
                assertThat(card.path("priority").asInt()).isEqualTo(1);
                assertThat(card.path("unattended").asBoolean()).isTrue();
                await().atMost(Duration.ofSeconds(1)).until(() -> heardAtTheDesk.stream()
                        .anyMatch(line -> line.contains("\"incident\"") && line.contains(incident)));

                // Both phones ring, and neither knows yet whose door it is.
                String offer = onlyOffer(first).path("id").asText();
                assertThat(onlyOffer(second).fieldNames()).toIterable()
                        .doesNotContain("name", "address", "medical", "access");

                // One goes; the other is told who.
                assertThat(first.post("/phone/offers/" + offer + "/accept").status()).isEqualTo(200);
                ApiClient.Answer late = second.post("/phone/offers/" + id(second, "ended") + "/accept");
                assertThat(late.status()).isEqualTo(409);
                assertThat(late.problem()).isEqualTo("already-taken");
                assertThat(late.body().path("by").asText())
                        .isEqualTo(anxin.town().caregivers().getFirst().name());
                assertThat(first.get("/phone/today").body().path("task").path("address").asText())
                        .isNotEmpty();

                // The desk takes it, sees who is coming, and writes.
                JsonNode taken = desk.post("/desk/incidents/" + incident + "/take").body();
                assertThat(taken.path("yours").asBoolean()).isTrue();
                assertThat(taken.path("card").path("help").asText()).isEqualTo("coming");
                assertThat(taken.path("resident").path("phone").asText()).matches("\\d{11}");
                desk.post("/desk/incidents/" + incident + "/notes", Map.of("text", "老人说摔了一跤，能说话"));
                assertThat(anxin.operator("seat2").post("/desk/incidents/" + incident + "/take").problem())
                        .isEqualTo("already-kept");

                // At the door, and away again.
                String task = "/phone/tasks/" + offer + "/steps";
                first.post(task, Map.of("step", "on-the-way"));
                first.post(task, Map.of("step", "arrived"));
                assertThat(close(desk, incident).problem()).isEqualTo("responder-still-out");
                first.post(task, Map.of("step", "done", "note", "扶起，无外伤，家属已到"));
                assertThat(close(desk, incident).status()).isEqualTo(200);

                List<String> story = new ArrayList<>();
                desk.get("/desk/incidents/" + incident).body().path("timeline")
                        .forEach(event -> story.add(event.path("kind").asText()));
                assertThat(story).containsSubsequence("raised", "offered", "accepted", "taken", "note",
                        "on-the-way",
                        "arrived", "done", "closed");
                assertThat(verification(anxin).holds()).as(verification(anxin).table()).isTrue();
            }
        }
    }

    private static ApiClient onDuty(ApiClient phone) throws Exception {
        assertThat(phone.post("/phone/duty", Map.of("state", "on")).status()).isEqualTo(200);
        assertThat(phone
                .post("/phone/position", Map.of("latitude", 39.605, "longitude", 109.781, "accuracy", 12))
                .status()).isEqualTo(204);
        return phone;
    }

    private static JsonNode board(ApiClient desk) throws Exception {
        return desk.get("/desk/incidents").body().path("incidents");
    }

    private static JsonNode onlyOffer(ApiClient phone) throws Exception {
        JsonNode offers = phone.get("/phone/today").body().path("offers");
        assertThat(offers).hasSize(1);
        return offers.get(0);
    }

    private static String id(ApiClient phone, String list) throws Exception {
        return phone.get("/phone/today").body().path(list).get(0).path("id").asText();
    }

    private static ApiClient.Answer close(ApiClient desk, String incident) throws Exception {
        return desk.post("/desk/incidents/" + incident + "/close",
                Map.of("cause", "fall-uninjured", "action", "own-responder", "note", "护理员到场，无碍"));
    }

    private static Verification verification(TestServer anxin) {
        return Verification.of(anxin.server().dispatcher().sql(), Optional.empty(),
                anxin.server().dispatcher().clock().instant());
    }
}
