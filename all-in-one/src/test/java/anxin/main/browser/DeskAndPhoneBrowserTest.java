package anxin.main.browser;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.main.demo.TownFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One alarm from the press to the closing, as the people at the desk and on the phone see it. */
class DeskAndPhoneBrowserTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Duration ON_THE_DESK_WITHIN = Duration.ofSeconds(3);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private static @Nullable BrowserTown town;

    // Here and not before all: when the browser tests are off, nothing is started.
    @BeforeEach
    void the_town_is_there() {
        if (town == null) {
            town = BrowserTown.found(folder);
        }
    }

    @AfterAll
    static void close() {
        if (town != null) {
            town.close();
        }
    }

    @Test
    void one_alarm_is_seen_through_by_the_desk_and_a_phone() throws Exception {
        Screen desk = deskOf("seat1");
        desk.press("arm-sound");
        desk.shows("sound-state", "已启用");
        Screen phone = phoneOnDuty();

        try (Band band = new Band(town().mqttPort(), town().wristbands().get(0))) {
            long acknowledged = band.press();
            desk.waitFor("card");
            Duration shown = Duration.ofNanos(System.nanoTime() - acknowledged);
            System.out.printf("on the desk %d ms after evt-ack%n", shown.toMillis());
            assertThat(shown).isLessThan(ON_THE_DESK_WITHIN);

            var card = desk.find("card");
            String incident = card.getAttribute("data-incident");
            card.click();
            desk.press("take");
            desk.waitFor("release-open");
            String name = desk.read("resident-name").replaceFirst("（.*", "");
            String address = desk.read("resident-address");

            phone.waitFor("offer");
            assertThat(phone.isCoveredBy("offer")).isTrue();
            assertThat(phone.read("offer")).doesNotContain(name).doesNotContain(address);
            phone.hold("offer-accept");
            phone.shows("task-name", name);
            phone.shows("task-address", address);
            desk.shows("help-state", caregiver().name() + " 途中");

            phone.press("step-on-the-way");
            desk.find("timeline-entry", "data-kind", "on-the-way").waitFor();
            phone.press("step-arrived");
            desk.shows("help-state", caregiver().name() + " 已到达");
            phone.press("step-done");
            phone.type("done-note", "扶起来了，没有外伤");
            phone.press("done-submit");
            phone.waitFor("duty-toggle");
            desk.shows("help-state", caregiver().name() + " 已完成");
            desk.shows("incident", "扶起来了，没有外伤");

            desk.press("contact-call");
            desk.find("contact-result", "data-result", "no-answer").click();
            desk.find("timeline-entry", "data-kind", "contact-attempt").waitFor();
            desk.press("close-open");
            desk.choose("close-cause", "fall-uninjured");
            desk.choose("close-action", "own-responder");
            desk.type("close-note", "护理员到场，没有外伤");
            desk.press("close-submit");
            desk.waitUntilGone(desk.find("card", "data-incident", incident));
            desk.press("closed-list");
            desk.shows("closed-list", name);
        }
    }

    @Test
    void what_cannot_be_read_is_put_before_the_desk() throws Exception {
        Screen desk = deskOf("seat2");
        desk.press("notices-tab");

        try (Band band = new Band(town().mqttPort(), town().wristbands().get(1))) {
            band.send("SOS !! 救命");
        }

        desk.shows("notice", "隔离的消息");
        desk.shows("notice", "可能是生命告警");
        desk.shows("notice", "not JSON");
        desk.shows("notice", "SOS !! 救命");
    }

    private Screen deskOf(String login) {
        return town().desk(CHROMIUM, login);
    }

    private Screen phoneOnDuty() {
        return town().phoneOnDuty(CHROMIUM, caregiver().login());
    }

    private static TownFile.Caregiver caregiver() {
        return town().file().caregivers().getFirst();
    }

    private static BrowserTown town() {
        return Optional.ofNullable(town).orElseThrow();
    }
}
