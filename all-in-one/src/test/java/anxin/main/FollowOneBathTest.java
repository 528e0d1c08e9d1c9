package anxin.main;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bath, all the way: two workers, one of the resident's sex, vitals and water before anybody gets wet. */
class FollowOneBathTest {

    private static final Map<String, String> BEFORE = Map.of("no-hospital-stay", "yes", "skin-intact", "yes",
            "no-tubes",
            "yes", "systolic-before", "132", "diastolic-before", "78", "pulse-before", "72",
            "temperature-before", "36.5",
            "water", "41");
    private static final Map<String, String> AFTER = Map.of("systolic-after", "128", "diastolic-after", "76",
            "pulse-after", "80", "temperature-after", "36.7");

    @TempDir
    Path folder;

    @Test
    void one_bath_is_given_by_two_and_paid() throws Exception {
        try (TestServer anxin = TestServer.start(folder);
                TestBand band = TestBand.connect(anxin.server().mqttPort(), anxin.wristband())) {
            OrderDesk desk = new OrderDesk(anxin.operator("seat1"));
            List<VisitPhone> phones = new ArrayList<>();
            for (int i = 1; i <= 8; i++) {
                phones.add(VisitPhone.onDuty(anxin.caregiver("hu0" + i)));
            }

            // Assessed at level three: two workers.
            String caller = anxin.town().residents().get(2).id().toString();
            JsonNode bath = desk.service(caller, "bath");
            assertThat(bath.path("workers").asInt()).isEqualTo(2);
            String order = desk.place(OrderDesk.request(caller, "bath", OrderDesk.window(bath))).body()
                    .path("card")
                    .path("id").asText();
            List<VisitPhone> team = team(desk, order, phones);
            assertThat(team).hasSize(2);
            VisitPhone first = team.getFirst();
            VisitPhone second = team.getLast();

            // They begin together, and only with answers that let them.
            for (VisitPhone worker : team) {
                worker.step("on-the-way", Map.of());
            }
            first.step("checked-in", Map.of());
            assertThat(first.step("begun", BEFORE).problem()).isEqualTo("team-not-complete");
            second.step("checked-in", Map.of());
            Map<String, String> hot = new HashMap<>(BEFORE);
            hot.put("water", "43.5");
            ApiClient.Answer tooHot = first.step("begun", hot);
            assertThat(tooHot.problem()).isEqualTo("check-out-of-range");
            assertThat(tooHot.body().path("field").asText()).isEqualTo("water");
            assertThat(tooHot.body().path("detail").asText()).isEqualTo("40-42 °C");
            assertThat(first.step("begun", BEFORE).status()).isEqualTo(200);
            assertThat(first.visit().path("mayBeDiverted").asBoolean()).isFalse();

            // A call for help comes meanwhile: neither of the two is asked.
            band.press();
            band.answer();
            assertThat(first.today().path("offers")).isEmpty();
            assertThat(second.today().path("offers")).isEmpty();

            // Vitals after; both leave; it is paid.
            JsonNode visitOfSecond = second.visit();
            assertThat(first.step("checked-out", Map.of()).problem()).isEqualTo("check-missing");
            assertThat(first.step("checked-out", AFTER).status()).isEqualTo(200);
            assertThat(second.visit().path("next").get(0).path("checks")).isEmpty();
            assertThat(second.step("checked-out", Map.of()).status()).isEqualTo(200);
            assertThat(second.today().path("visits")).noneMatch(visit -> visit.equals(visitOfSecond));
            desk.client().post("/desk/orders/" + order + "/rate", Map.of("stars", 5, "complaint", false));

            JsonNode done = desk.file(order);
            assertThat(done.path("card").path("state").asText()).isEqualTo("verified");
            assertThat(done.path("checks")).hasSize(12);
            assertThat(done.path("proofs")).hasSize(4);
            assertThat(done.path("pays").get(0).path("source").asText()).isEqualTo("voucher");
            assertThat(done.path("pays").get(0).path("fen").asInt()).isEqualTo(8_000);
        }
    }

    private static List<VisitPhone> team(OrderDesk desk, String order, List<VisitPhone> phones)
            throws Exception {
        List<VisitPhone> team = new ArrayList<>();
        for (VisitPhone phone : phones) {
            var offer = phone.offer();
            if (offer.isPresent() && phone.accept(offer.get()).status() == 200) {
                team.add(phone);
            }
        }
        // Whoever is not of the resident's sex may be the second only; the desk asks until the team is whole.
        for (VisitPhone phone : phones) {
            JsonNode candidates = desk.file(order).path("candidates");
            String id = phone.today().path("responder").path("id").asText();
            boolean suitable = false;
            for (JsonNode candidate : candidates) {
                suitable |= candidate.path("responder").path("id").asText().equals(id);
            }
            if (team.size() < 2 && suitable) {
                desk.client().post("/desk/orders/" + order + "/ask", Map.of("responder", id));
                phone.accept(phone.offer().orElseThrow());
                team.add(phone);
            }
        }
        return team;
    }
}
