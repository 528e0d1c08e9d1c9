package anxin.main;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody should send about orders: refused with the reason, without a fault of ours and without an effect. */
class BadOrderInputTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestServer anxin;

    @BeforeEach
    void start() {
        anxin = TestServer.start(folder);
    }

    @AfterEach
    void stop() {
        anxin.close();
    }

    @Test
    void an_address_that_cannot_be_read_is_our_callers_fault() throws Exception {
        ApiClient desk = anxin.operator("seat1");
        for (String query : List.of("q=%25", "q=%00", "q=_", "q='%3B--", "q=" + "%F0%9F%91%B5".repeat(20))) {
            assertThat(desk.get("/desk/residents?" + query).status()).as(query).isIn(200, 400);
        }
        assertThat(anxin.rawGet("/api/v1/desk/residents?q=%", desk)).isEqualTo(400);
        for (String day : List.of("2026-02-30", "today", "-1", "99999-01-01")) {
            assertThat(desk.get("/desk/orders?day=" + day).status()).as(day).isEqualTo(400);
        }
        assertThat(desk.get("/desk/residents/" + UUID.randomUUID() + "/services").status()).isEqualTo(404);
        assertThat(desk.get("/desk/orders/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void an_order_that_makes_no_sense_has_no_effect() throws Exception {
        OrderDesk desk = new OrderDesk(anxin.operator("seat1"));
        String caller = anxin.town().residents().getFirst().id().toString();
        Map<String, Object> bath = OrderDesk.request(caller, "bath",
                OrderDesk.window(desk.service(caller, "bath")));
        Map<String, Object> doctor = OrderDesk.request(caller, "medical",
                OrderDesk.window(desk.service(caller, "medical")));

        List<Map<String, Object>> wrong = new ArrayList<>();
        wrong.add(with(bath, "dish", UUID.randomUUID().toString()));
        wrong.add(with(bath, "startsAt", "2026-02-30T10:00:00Z"));
        wrong.add(with(bath, "startsAt", "+1000000000-12-31T23:59:59Z"));
        wrong.add(with(bath, "startsAt", "1969-01-01T00:00:00Z"));
        wrong.add(with(bath, "startsAt", Instant.now().plusSeconds(86_400 * 60).toString()));
        wrong.add(with(bath, "resident", UUID.randomUUID().toString()));
        wrong.add(with(bath, "consent", false));
        wrong.add(with(bath, "wish", "\u0000"));
        wrong.add(with(bath, "service", "haircut"));
        wrong.add(with(bath, "price", 1));
        wrong.add(with(doctor, "appointment", Map.of("hospital", "旗人民医院", "department", "心内科", "at",
                "2020-01-01T02:00:00Z")));
        for (Map<String, Object> request : wrong) {
            ApiClient.Answer answer = desk.client().post("/desk/orders", request);
            assertThat(answer.status()).as(request.toString()).isIn(400, 404, 409);
        }
        assertThat(desk.client().get("/desk/orders").body().path("orders")).isEmpty();
        JsonNode lot = desk.client().get("/desk/residents/" + caller + "/services").body().path("balance")
                .get(0);
        assertThat(lot.path("fen").asInt()).isEqualTo(80_000);
    }

    @Test
    void nobody_acts_on_an_order_or_a_visit_that_is_not_theirs() throws Exception {
        OrderDesk desk = new OrderDesk(anxin.operator("seat1"));
        VisitPhone mine = VisitPhone.onDuty(anxin.caregiver("hu01"));
        VisitPhone stranger = VisitPhone.onDuty(anxin.caregiver("hu09"));
        String caller = anxin.town().residents().getFirst().id().toString();
        Map<String, Object> doctor = OrderDesk.request(caller, "medical",
                OrderDesk.window(desk.service(caller, "medical")));
        doctor.put("appointment", Map.of("hospital", "旗人民医院", "department", "心内科", "at", soonAfter(doctor)));
        String order = desk.place(doctor).body().path("card").path("id").asText();
        JsonNode offer = mine.offer().orElseThrow();

        assertThat(stranger.accept(offer).status()).isEqualTo(404);
        assertThat(mine.accept(offer).status()).isEqualTo(200);
        assertThat(stranger.step(mine.visit(), "on-the-way", Map.of(), Optional.empty()).status())
                .isEqualTo(404);
        assertThat(mine.client()
                .post("/desk/orders/" + order + "/cancel", Map.of("by", "resident", "reason", "x"))
                .status()).isEqualTo(403);
        assertThat(desk.client()
                .post("/desk/orders/" + order + "/review", Map.of("decision", "accepted", "note", "x"))
                .problem()).isEqualTo("nothing-to-review");
        assertThat(
                desk.client().post("/desk/orders/" + order + "/rate", Map.of("stars", 5, "complaint", false))
                        .problem())
                .isEqualTo("not-checked-out");
        assertThat(
                desk.client().post("/desk/orders/" + order + "/rate", Map.of("stars", 6, "complaint", false))
                        .status())
                .isEqualTo(400);
        assertThat(
                desk.client().post("/desk/orders/" + order + "/ask", Map.of("responder", UUID.randomUUID()))
                        .problem())
                .isIn("not-suitable", "no-place-left");
        assertThat(mine.client().post("/phone/duty", Map.of("state", "off")).problem())
                .isEqualTo("still-on-a-task");
        assertThat(desk.story(order)).last().isEqualTo("accepted");
    }

    @Test
    void odd_answers_to_a_check_are_refused_by_their_field() throws Exception {
        OrderDesk desk = new OrderDesk(anxin.operator("seat1"));
        VisitPhone phone = VisitPhone.onDuty(anxin.caregiver("hu01"));
        String caller = anxin.town().residents().getFirst().id().toString();
        Map<String, Object> doctor = OrderDesk.request(caller, "medical",
                OrderDesk.window(desk.service(caller, "medical")));
        doctor.put("appointment", Map.of("hospital", "旗人民医院", "department", "心内科", "at", soonAfter(doctor)));
        desk.place(doctor);
        phone.accept(phone.offer().orElseThrow());
        assertThat(phone.step("on-the-way", Map.of("soap", "lavender")).problem())
                .isEqualTo("check-unreadable");
        phone.step("on-the-way", Map.of());
        phone.step("checked-in", Map.of());
        for (String odd : List.of("1e9", "no", "-", "四十一", "yes\u0000")) {
            ApiClient.Answer answer = phone.step("begun", Map.of("documents", odd));
            assertThat(answer.status()).as(odd).isIn(400, 409);
            assertThat(answer.body().path("field").asText()).as(odd).isEqualTo("documents");
        }
        assertThat(phone.step(phone.visit(), "begun", Map.of("documents", "yes"),
                Optional.of(Map.of("latitude", 91, "longitude", 0))).status()).isEqualTo(400);
        assertThat(phone.visit().path("state").asText()).isEqualTo("checked-in");
    }

    private static String soonAfter(Map<String, Object> request) {
        return Instant.parse(String.valueOf(request.get("startsAt"))).plusSeconds(60).toString();
    }

    private static Map<String, Object> with(Map<String, Object> request, String field, Object value) {
        Map<String, Object> changed = new TreeMap<>(request);
        changed.put(field, value);
        return changed;
    }
}
