package anxin.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anxin.dispatcher.invariant.Verification;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One lunch, all the way: the call to 12349, the caregiver's phone, the door, the bill. Newcomers start here. */
class FollowOneMealTest {

    @TempDir
    Path folder;

    @Test
    void one_meal_reaches_the_table_and_is_paid_to_the_fen() throws Exception {
        try (TestServer anxin = TestServer.start(folder)) {
            OrderDesk desk = new OrderDesk(anxin.operator("seat1"));
            VisitPhone phone = VisitPhone.onDuty(anxin.caregiver("hu01"));
            List<String> heardAtTheDesk = new CopyOnWriteArrayList<>();
            try (AutoCloseable _ = desk.client().stream(Optional.empty(), heardAtTheDesk::add)) {

                // Somebody calls: who is it, what may they have?
                String name = anxin.town().residents().getFirst().name();
                JsonNode found = desk.client().get("/desk/residents?q=" + encoded(name)).body()
                        .path("residents");
                assertThat(found).anyMatch(each -> each.path("name").asText().equals(name));
                String caller = anxin.town().residents().getFirst().id().toString();
                JsonNode meal = desk.service(caller, "meal");
                assertThat(meal.path("entitled").asBoolean()).isTrue();
                assertThat(meal.path("priceFen").asInt()).isEqualTo(1_500);

                // What a rule forbids is refused by its name, and nothing is held.
                Map<String, Object> lunch = OrderDesk.request(caller, "meal", OrderDesk.window(meal));
                assertThat(desk.place(lunch).problem()).isEqualTo("dish-missing");
                lunch.put("dish", dish(meal, true));
                ApiClient.Answer forbidden = desk.place(lunch);
                assertThat(forbidden.problem()).isEqualTo("dietary-limit");
                assertThat(forbidden.body().path("detail").asText()).isEqualTo("diabetes: sugar");
                String notEntitled = anxin.town().residents().get(5).id().toString();
                Map<String, Object> others = new TreeMap<>(lunch);
                others.put("resident", notEntitled);
                assertThat(desk.place(others).problem()).isEqualTo("no-entitlement");
                Map<String, Object> midnight = new TreeMap<>(lunch);
                midnight.put("startsAt", tomorrowAtMidnight(anxin).minusSeconds(35).toString());
                assertThat(desk.place(midnight).problem()).isEqualTo("outside-window");

                // Ordered; the same command again is the same order.
                lunch.put("dish", dish(meal, false));
                ApiClient.Answer ordered = desk.client().postWithKey("/desk/orders", lunch,
                        "call-0001-lunch");
                assertThat(ordered.status()).isEqualTo(201);
                String order = ordered.body().path("card").path("id").asText();
                assertThat(desk.client().postWithKey("/desk/orders", lunch, "call-0001-lunch").body()
                        .path("card").path("id").asText()).isEqualTo(order);
                assertThat(desk.client().post("/desk/orders", lunch).problem()).isEqualTo("already-ordered");
                await().atMost(Duration.ofSeconds(1))
                        .until(() -> heardAtTheDesk.stream().anyMatch(line -> line.contains(order)));

                // Offered without a name; accepted; now the door is known.
                JsonNode offer = phone.offer().orElseThrow();
                assertThat(offer.fieldNames()).toIterable().doesNotContain("name", "address", "dish");
                assertThat(phone.accept(offer).status()).isEqualTo(200);
                assertThat(phone.visit().path("name").asText()).isEqualTo(name);
                assertThat(phone.visit().path("address").asText()).isNotEmpty();

                // Cooked, carried, handed over at the door: place and time.
                assertThat(phone.step("on-the-way", Map.of()).problem()).isEqualTo("check-missing");
                phone.step("on-the-way", Map.of("cooked-at", Instant.now().minusSeconds(600).toString()));
                phone.step("checked-in", Map.of());
                assertThat(phone.step("checked-out", Map.of("handed-over", "no")).problem())
                        .isEqualTo("check-out-of-range");
                assertThat(phone.step("checked-out", Map.of("handed-over", "yes")).status()).isEqualTo(200);
                assertThat(phone.today().path("visits")).isEmpty();

                // Asked how it was; what it cost whom.
                assertThat(desk.client().post("/desk/orders/" + order + "/rate",
                        Map.of("stars", 5, "complaint", false, "words", "热乎，谢谢")).status()).isEqualTo(200);
                JsonNode done = desk.file(order);
                assertThat(done.path("card").path("state").asText()).isEqualTo("verified");
                assertThat(done.path("card").path("money").asText()).isEqualTo("captured");
                assertThat(done.path("card").path("score").asInt()).isEqualTo(80);
                long paid = 0;
                for (JsonNode payment : done.path("pays")) {
                    paid += payment.path("fen").asLong();
                }
                assertThat(paid).isEqualTo(1_500);
                assertThat(desk.story(order)).containsExactly("requested", "assessed", "held", "scheduled",
                        "offered",
                        "accepted", "on-the-way", "checked-in", "check-refused", "checked-out", "verified",
                        "captured",
                        "rated");
                Verification verification = Verification.of(anxin.server().dispatcher().sql(),
                        Optional.empty(),
                        anxin.server().dispatcher().clock().instant());
                assertThat(verification.holds()).as(verification.table()).isTrue();
            }
        }
    }

    @Test
    void a_door_that_nobody_opens_is_a_welfare_incident_on_the_desk() throws Exception {
        try (TestServer anxin = TestServer.start(folder)) {
            OrderDesk desk = new OrderDesk(anxin.operator("seat1"));
            VisitPhone phone = VisitPhone.onDuty(anxin.caregiver("hu01"));
            String order = ordered(anxin, desk);
            phone.accept(phone.offer().orElseThrow());
            phone.step("on-the-way", Map.of("cooked-at", Instant.now().minusSeconds(600).toString()));

            assertThat(phone.step("no-access", Map.of()).status()).isEqualTo(200);

            JsonNode card = desk.client().get("/desk/incidents").body().path("incidents").get(0);
            assertThat(card.path("type").asText()).isEqualTo("meal.unanswered");
            assertThat(card.path("alarmClass").asText()).isEqualTo("CARE");
            assertThat(card.path("order").path("id").asText()).isEqualTo(order);
            assertThat(desk.file(order).path("card").path("incident").asText())
                    .isEqualTo(card.path("id").asText());
            assertThat(desk.file(order).path("card").path("money").asText()).isEqualTo("released");
        }
    }

    @Test
    void an_sos_takes_the_caregiver_from_the_meal_run_and_the_meal_goes_to_another() throws Exception {
        try (TestServer anxin = TestServer.start(folder);
                TestBand band = TestBand.connect(anxin.server().mqttPort(), anxin.wristband())) {
            OrderDesk desk = new OrderDesk(anxin.operator("seat1"));
            VisitPhone carrier = VisitPhone.onDuty(anxin.caregiver("hu01"));
            String order = ordered(anxin, desk);
            carrier.accept(carrier.offer().orElseThrow());
            carrier.step("on-the-way", Map.of("cooked-at", Instant.now().minusSeconds(600).toString()));
            VisitPhone other = VisitPhone.onDuty(anxin.caregiver("hu02"));

            band.press();
            band.answer();
            String sos = carrier.today().path("offers").get(0).path("id").asText();
            assertThat(carrier.client().post("/phone/offers/" + sos + "/accept").status()).isEqualTo(200);

            assertThat(carrier.today().path("visits")).isEmpty();
            assertThat(carrier.today().path("task").path("id").asText()).isEqualTo(sos);
            JsonNode again = other.offer().orElseThrow();
            assertThat(again.path("why").asText()).isEqualTo("diverted");
            assertThat(other.accept(again).status()).isEqualTo(200);
            assertThat(desk.story(order)).containsSubsequence("accepted", "on-the-way", "diverted", "offered",
                    "accepted");
            assertThat(desk.file(order).path("card").path("money").asText()).isEqualTo("held");
        }
    }

    private static String ordered(TestServer anxin, OrderDesk desk) throws Exception {
        String caller = anxin.town().residents().getFirst().id().toString();
        JsonNode meal = desk.service(caller, "meal");
        Map<String, Object> lunch = OrderDesk.request(caller, "meal", OrderDesk.window(meal));
        lunch.put("dish", dish(meal, false));
        return desk.place(lunch).body().path("card").path("id").asText();
    }

    private static String dish(JsonNode meal, boolean forbidden) {
        for (JsonNode dish : meal.path("dishes")) {
            if (dish.has("forbiddenBy") == forbidden) {
                return dish.path("id").asText();
            }
        }
        throw new AssertionError("no such dish on the menu: " + meal.path("dishes"));
    }

    private static Instant tomorrowAtMidnight(TestServer anxin) {
        var zone = anxin.server().dispatcher().zone();
        return anxin.server().dispatcher().clock().instant().atZone(zone).toLocalDate().plusDays(2)
                .atStartOfDay(zone)
                .toInstant();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
