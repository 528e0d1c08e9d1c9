package anxin.main;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One way to the doctor, all the way: the appointment, the documents, the result, home again. */
class FollowOneVisitTest {

    @TempDir
    Path folder;

    @Test
    void one_medical_visit_ends_with_its_result_and_a_weak_proof_is_decided_by_a_person() throws Exception {
        try (TestServer anxin = TestServer.start(folder)) {
            OrderDesk desk = new OrderDesk(anxin.operator("seat1"));
            VisitPhone phone = VisitPhone.onDuty(anxin.caregiver("hu01"));
            String caller = anxin.town().residents().getFirst().id().toString();
            Map<String, Object> request = OrderDesk.request(caller, "medical",
                    OrderDesk.window(desk.service(caller, "medical")));
            assertThat(desk.place(request).problem()).isEqualTo("appointment-missing");
            request.put("appointment", Map.of("hospital", "旗人民医院", "department", "心内科", "at",
                    Instant.parse(String.valueOf(request.get("startsAt"))).plusSeconds(60).toString(),
                    "documents", "身份证、医保卡", "transport",
                    "taxi"));
            String order = desk.place(request).body().path("card").path("id").asText();

            phone.accept(phone.offer().orElseThrow());
            assertThat(phone.visit().path("appointment").path("department").asText()).isEqualTo("心内科");
            phone.step("on-the-way", Map.of());
            // Far from the door and without a place: accepted, and worth little.
            phone.step(phone.visit(), "checked-in", Map.of(), Optional.empty());
            assertThat(phone.step("checked-out", Map.of()).problem()).isEqualTo("step-out-of-order");
            assertThat(phone.step("begun", Map.of()).problem()).isEqualTo("check-missing");
            phone.step("begun", Map.of("documents", "yes"));
            assertThat(phone.step("checked-out", Map.of("home-safe", "yes")).body().path("field").asText())
                    .isEqualTo("result");
            assertThat(phone.step("checked-out",
                    Map.of("home-safe", "yes", "result", "复查正常，三个月后再来", "medicines", "同前")).status())
                    .isEqualTo(200);

            JsonNode file = desk.file(order);
            assertThat(file.path("card").path("state").asText()).isEqualTo("checked-out");
            assertThat(file.path("card").path("attention").asText()).isEqualTo("weak-proof");
            assertThat(file.path("card").path("money").asText()).isEqualTo("held");
            assertThat(file.path("proofs").get(0).path("reasons").toString()).contains("no-position");
            desk.client().post("/desk/orders/" + order + "/review",
                    Map.of("decision", "accepted", "note", "医院挂号单核实"));
            desk.client().post("/desk/orders/" + order + "/rate", Map.of("stars", 4, "complaint", false));

            JsonNode done = desk.file(order);
            assertThat(done.path("card").path("money").asText()).isEqualTo("captured");
            assertThat(done.path("checks"))
                    .anyMatch(answer -> answer.path("field").asText().equals("result"));
            assertThat(desk.story(order)).containsSubsequence("review-due", "reviewed", "captured", "rated");
        }
    }
}
