package anxin.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.device.Device;
import anxin.dispatcher.incident.AgeBand;
import anxin.dispatcher.incident.Alarm;
import anxin.dispatcher.incident.AlarmType;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A press that nobody answers, as the desk sees it: who outside was told, what is to be called, how it stops. */
class ToldOutsideTest {

    @TempDir
    Path folder;

    @Test
    void the_desk_sees_how_far_a_message_to_the_family_has_come() throws Exception {
        try (TestServer anxin = TestServer.start(folder);
                TestBand band = TestBand.connect(anxin.server().mqttPort(), anxin.wristband())) {
            ApiClient desk = anxin.operator("seat1");
            VisitPhone.onDuty(anxin.caregiver("hu01"));
            List<String> heard = new CopyOnWriteArrayList<>();
            try (AutoCloseable _ = desk.stream(Optional.empty(), heard::add)) {
                band.press();
                await().until(() -> board(desk).size() == 1);
                String incident = "/desk/incidents/" + board(desk).get(0).path("id").asText();

                await().untilAsserted(() -> {
                    JsonNode told = desk.get(incident).body().path("notifications").get(0);
                    assertThat(told.path("state").asText()).isEqualTo("delivered");
                    assertThat(told.path("what").asText()).isEqualTo("please-look");
                    assertThat(told.path("recipient").asText()).isEqualTo("contact");
                    assertThat(told.path("adapter").asText()).isEqualTo("local-sink");
                    assertThat(told.path("name").asText()).isNotEmpty().isNotEqualTo("?");
                });
                await().until(() -> heard.stream().anyMatch(line -> line.contains("\"order\"")));
                assertThat(desk.get(incident).body().path("timeline").findValuesAsText("kind"))
                        .contains("notified");
            }
        }
    }

    @Test
    void only_the_keeper_stops_the_asking() throws Exception {
        try (TestServer anxin = TestServer.start(folder);
                TestBand band = TestBand.connect(anxin.server().mqttPort(), anxin.wristband())) {
            ApiClient desk = anxin.operator("seat1");
            band.press();
            await().until(() -> board(desk).size() == 1);
            String incident = "/desk/incidents/" + board(desk).get(0).path("id").asText();
            Map<String, String> why = Map.of("reason", "儿子已在门口");

            assertThat(desk.post(incident + "/stand-down", why).problem()).isEqualTo("not-the-keeper");
            desk.post(incident + "/take");
            ApiClient.Answer stoodDown = desk.post(incident + "/stand-down", why);

            assertThat(stoodDown.status()).isEqualTo(200);
            assertThat(stoodDown.body().path("timeline").findValuesAsText("kind")).endsWith("stood-down");
            assertThat(stoodDown.body().path("card").path("nextStep").path("what").asText()).isNotEmpty();
        }
    }

    @Test
    void a_service_that_should_be_called_is_shown_until_somebody_writes_about_it() throws Exception {
        try (TestServer anxin = TestServer.start(folder)) {
            Dispatcher dispatcher = anxin.server().dispatcher();
            Device band = dispatcher.devices().findByCredential(anxin.wristband().user(),
                    MessageDigest.getInstance("SHA-256")
                            .digest(anxin.wristband().secret().getBytes(StandardCharsets.UTF_8)))
                    .orElseThrow();
            dispatcher.incidents().incidents().raise(new Alarm(band.jurisdiction(), band.resident(),
                    Optional.of(band.id()), AlarmType.SMOKE, Optional.empty(), Optional.empty(),
                    Optional.empty(),
                    dispatcher.clock().instant(), AgeBand.LIVE, false));
            ApiClient desk = anxin.operator("seat1");
            JsonNode card = board(desk).get(0);

            assertThat(card.path("prompt").asText()).isEqualTo("119");
            assertThat(card.has("order")).isFalse();
            desk.post("/desk/incidents/" + card.path("id").asText() + "/notes",
                    Map.of("text", "119 已拨打，工单 7"));
            assertThat(board(desk).get(0).has("prompt")).isFalse();
        }
    }

    private static JsonNode board(ApiClient desk) throws Exception {
        return desk.get("/desk/incidents").body().path("incidents");
    }
}
