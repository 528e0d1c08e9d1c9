package anxin.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever need not go any more is told within a second, each on their own phone, over the stream and by name. */
class SupersededTest {

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @Test
    void K9_the_others_are_told_within_a_second_who_goes() throws Exception {
        try (TestServer anxin = TestServer.start(folder);
                TestBand band = TestBand.connect(anxin.server().mqttPort(), anxin.wristband())) {
            List<VisitPhone> phones = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
                phones.add(VisitPhone.onDuty(anxin.caregiver("hu0" + i)));
            }
            band.press();
            band.answer();
            List<Listening> others = new ArrayList<>();
            for (VisitPhone phone : phones.subList(1, 3)) {
                others.add(Listening.to(phone));
            }
            try {
                String offer = phones.getFirst().today().path("offers").get(0).path("id").asText();
                long accepted = System.nanoTime();
                assertThat(phones.getFirst().client().post("/phone/offers/" + offer + "/accept").status())
                        .isEqualTo(200);

                for (Listening other : others) {
                    await().atMost(TOLD_WITHIN).pollInterval(Duration.ofMillis(5)).until(other::heard);
                    JsonNode today = other.phone().today();
                    Duration told = Duration.ofNanos(System.nanoTime() - accepted);
                    System.out.printf("told who goes %d ms after the acceptance was sent%n", told.toMillis());
                    assertThat(today.path("offers")).isEmpty();
                    assertThat(today.path("ended").get(0).path("why").asText()).isEqualTo("superseded");
                    assertThat(today.path("ended").get(0).path("by").asText())
                            .isEqualTo(anxin.town().caregivers().getFirst().name());
                    assertThat(told).isLessThan(TOLD_WITHIN);
                }
            } finally {
                for (Listening other : others) {
                    other.stream().close();
                }
            }
        }
    }

    private record Listening(VisitPhone phone, AutoCloseable stream, List<String> lines, int before) {

        static Listening to(VisitPhone phone) {
            List<String> lines = new CopyOnWriteArrayList<>();
            AutoCloseable stream = phone.client().stream(Optional.empty(), lines::add);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> lines.stream().anyMatch(line -> line.contains("hello")));
            return new Listening(phone, stream, lines, lines.size());
        }

        boolean heard() {
            return lines.stream().skip(before).anyMatch(line -> line.contains("\"offer\""));
        }
    }
}
