package anxin.main.browser;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.resident.Gender;
import anxin.dispatcher.resident.Resident;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A meal, a bath and a way to the doctor, as the people at the desk and on the phones see them. */
class VisitsBrowserTest {

    private static final Map<String, String> VITALS = Map.of("systolic", "132", "diastolic", "78", "pulse",
            "72",
            "temperature", "36.5");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private BrowserTown town;

    @BeforeEach
    void a_town() {
        town = BrowserTown.found(folder);
    }

    @AfterEach
    void close() {
        if (town != null) {
            town.close();
        }
    }

    @Test
    void a_lunch_is_ordered_at_the_desk_brought_by_a_phone_and_paid() throws Exception {
        Resident caller = town.resident(1);
        Screen desk = town.desk(CHROMIUM, "seat1");
        Screen phone = town.phoneOnDuty(CHROMIUM, "hu01");
        newOrder(desk, caller, "meal");
        assertThat(desk.find("dish", "data-forbidden", "diabetes").innerText()).contains("豆沙包");
        desk.page().locator("[data-testid='order-dish']:not([disabled])").first().check();
        String order = submit(desk);

        phone.waitFor("visit-offer");
        assertThat(phone.read("visit-offer")).doesNotContain(caller.name().reveal())
                .doesNotContain(caller.address().reveal());
        phone.press("visit-offer-accept");
        phone.press("visit-card");
        phone.shows("visit-name", caller.name().reveal());
        phone.shows("visit-address", caller.address().reveal());
        desk.find("order", "data-state", "accepted").waitFor();

        phone.moveTo(caller.place());
        phone.press("visit-step-on-the-way");
        phone.press("visit-submit");
        phone.press("visit-step-checked-in");
        desk.find("order", "data-state", "checked-in").waitFor();
        phone.press("visit-step-checked-out");
        phone.press("check-handed-over-yes");
        phone.press("visit-submit");

        desk.find("order", "data-state", "verified").waitFor();
        desk.find("order-cost", "data-money", "captured").waitFor();
        desk.shows("order-cost", "15");
        desk.find("proof", "data-step", "checked-in").waitFor();
        desk.press("order-rate-open");
        desk.find("order-rate-stars", "data-stars", "5").check();
        desk.press("order-rate");
        desk.find("order-rating", "data-stars", "5").waitFor();
        assertThat(desk.find("order-card", "data-order", order).getAttribute("data-state"))
                .isEqualTo("verified");
        keep(desk, "meal-desk");
        keep(phone, "meal-phone");
    }

    @Test
    void a_bath_is_given_by_two_phones_with_its_checks() throws Exception {
        Resident caller = town.resident(3);
        String sameSex = town.caregivers(caller.gender()).getFirst();
        String other = town.caregivers(caller.gender() == Gender.FEMALE ? Gender.MALE : Gender.FEMALE)
                .getFirst();
        Screen desk = town.desk(CHROMIUM, "seat1");
        Screen first = town.phoneOnDuty(CHROMIUM, sameSex);
        Screen second = town.phoneOnDuty(CHROMIUM, other);
        newOrder(desk, caller, "bath");
        submit(desk);
        for (Screen phone : List.of(first, second)) {
            phone.press("visit-offer-accept");
            phone.press("visit-card");
            phone.moveTo(caller.place());
            phone.press("visit-step-on-the-way");
            phone.press("visit-step-checked-in");
            phone.waitFor("visit-step-begun");
        }

        first.press("visit-step-begun");
        for (String yes : List.of("no-hospital-stay", "skin-intact", "no-tubes")) {
            first.press("check-" + yes + "-yes");
        }
        VITALS.forEach((vital, value) -> first.type("check-" + vital + "-before", value));
        first.type("check-water", "44");
        first.press("visit-submit");
        first.shows("visit-refusal", "42");
        keep(first, "bath-refused-phone");
        first.type("check-water", "41");
        first.press("visit-submit");
        desk.find("order", "data-state", "in-progress").waitFor();

        first.press("visit-step-checked-out");
        VITALS.forEach((vital, value) -> first.type("check-" + vital + "-after", value));
        first.press("visit-submit");
        // Nothing is asked of the second: one answers for both.
        second.find("visit-mate")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        second.press("visit-step-checked-out");
        desk.find("order", "data-state", "verified").waitFor();
        desk.find("order-check", "data-field", "water").waitFor();
        desk.shows("order", "41");
        desk.find("order-timeline-entry", "data-kind", "check-refused").waitFor();
        keep(desk, "bath-desk");
    }

    @Test
    void a_way_to_the_doctor_ends_with_its_result() throws Exception {
        Resident caller = town.resident(1);
        Screen desk = town.desk(CHROMIUM, "seat1");
        Screen phone = town.phoneOnDuty(CHROMIUM, "hu01");
        newOrder(desk, caller, "medical");
        desk.type("order-hospital", "旗人民医院");
        desk.type("order-department", "心内科");
        desk.type("order-appointment-at", "23:50");
        submit(desk);

        phone.press("visit-offer-accept");
        phone.press("visit-card");
        phone.shows("visit-appointment", "心内科");
        phone.moveTo(caller.place());
        phone.press("visit-step-on-the-way");
        phone.press("visit-step-checked-in");
        phone.press("visit-step-begun");
        phone.press("check-documents-yes");
        phone.press("visit-submit");
        phone.press("visit-step-checked-out");
        phone.type("check-result", "复查正常，三个月后再来");
        phone.press("check-home-safe-yes");
        phone.press("visit-submit");

        desk.find("order", "data-state", "verified").waitFor();
        desk.shows("order", "复查正常，三个月后再来");
        keep(desk, "medical-desk");
    }

    @Test
    void a_door_that_nobody_opens_stands_among_the_alarms() throws Exception {
        Resident caller = town.resident(1);
        Screen desk = town.desk(CHROMIUM, "seat1");
        Screen phone = town.phoneOnDuty(CHROMIUM, "hu01");
        newOrder(desk, caller, "meal");
        desk.page().locator("[data-testid='order-dish']:not([disabled])").first().check();
        submit(desk);
        phone.press("visit-offer-accept");
        phone.press("visit-card");
        phone.moveTo(caller.place());
        phone.press("visit-step-on-the-way");
        phone.press("visit-submit");

        phone.press("visit-step-no-access");
        phone.find("visit-confirm").check();
        phone.type("visit-note", "敲门按铃五分钟无人应，电话不接");
        phone.press("visit-submit");

        desk.find("order", "data-state", "no-access").waitFor();
        desk.press("order-incident");
        desk.shows("incident", "送餐无人应");
        desk.shows("notifications", "");
        keep(desk, "no-access-desk");
    }

    private static void newOrder(Screen desk, Resident caller, String service) {
        desk.press("view-orders");
        desk.press("new-order");
        desk.type("resident-search", caller.name().reveal());
        desk.find("resident-hit", "data-resident", caller.id().uuid().toString()).click();
        desk.find("order-service", "data-service", service).check();
        desk.page().locator("[data-testid='order-window']:not([disabled])").first().check();
    }

    private static String submit(Screen desk) {
        desk.find("order-consent").check();
        if (desk.find("order-self-pay").isVisible()) {
            desk.find("order-self-pay").check();
        }
        desk.press("order-submit");
        desk.waitFor("order");
        return String.valueOf(desk.find("order").getAttribute("data-order"));
    }

    // For people who look: the last picture of each story.
    private static void keep(Screen screen, String name) {
        screen.photograph(Path.of("target", "browser", name + ".png"));
    }
}
