package anxin.simulators.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anxin.simulators.people.Tally.Mark;
import anxin.simulators.standin.StandInVisit;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VisitsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void a_meal_is_carried_to_the_table_and_handed_over() throws IOException {
        try (Street street = new Street(Mishaps.none())) {
            StandInVisit meal = street.server().orders().open("meal");
            street.caregiver("naren");

            await().atMost(SOON).until(() -> meal.state().equals("verified"));
            assertThat(street.steps()).containsExactly("on-the-way", "checked-in", "checked-out");
            assertThat(street.said("\"on-the-way\"").getFirst()).contains("\"cooked-at\":\"20",
                    "\"deviceTime\":\"20");
            assertThat(street.said("\"checked-in\"").getFirst()).contains("\"latitude\":39.601",
                    "\"longitude\":109.801");
            assertThat(street.said("\"checked-out\"").getFirst()).contains("\"handed-over\":\"yes\"");
            assertThat(street.tally().count(Mark.STEP_REFUSED)).isZero();
        }
    }

    @Test
    void a_bath_by_two_begins_when_both_are_there_and_every_reading_is_inside_its_limits()
            throws IOException {
        try (Street street = new Street(Mishaps.none())) {
            StandInVisit bath = street.server().orders().open("bath");
            street.caregiver("naren");
            await().atMost(SOON).until(() -> street.steps().contains("begun"));
            assertThat(bath.state()).isEqualTo("checked-in");
            street.caregiver("sarna");

            await().atMost(SOON).until(() -> bath.state().equals("verified"));
            assertThat(street.said("naren", "\"checked-in\"")).hasSize(1);
            assertThat(street.said("sarna", "\"checked-in\"")).hasSize(1);
            assertThat(street.said("\"begun\"")).hasSizeGreaterThan(1);
            assertThat(street.said("\"begun\"").getLast()).contains("\"skin-intact\":\"yes\"")
                    .containsPattern("\"water\":\"4[01]\\.[0-9]\"")
                    .containsPattern("\"systolic-before\":\"1[0-4][0-9]\"");
        }
    }

    @Test
    void after_a_reading_outside_its_limits_the_bath_is_not_done_and_the_reason_is_written()
            throws IOException {
        try (Street street = new Street(Mishaps.none().with(Mishap.BAD_READING, 1))) {
            StandInVisit bath = street.server().orders().open("bath");
            street.caregiver("naren");
            street.caregiver("sarna");

            await().atMost(SOON).until(() -> bath.state().equals("cancelled"));
            assertThat(street.said("\"systolic-before\":\"167\"")).isNotEmpty();
            assertThat(street.said("\"not-done\"").getFirst()).contains("systolic-before", "今天不做");
            assertThat(street.tally().count(Mark.NOT_DONE)).isEqualTo(1);
        }
    }

    @Test
    void nobody_opens_and_nobody_is_checked_in() throws IOException {
        try (Street street = new Street(Mishaps.none().with(Mishap.SHUT_DOOR, 1))) {
            StandInVisit meal = street.server().orders().open("meal");
            street.caregiver("naren");

            await().atMost(SOON).until(() -> meal.state().equals("no-access"));
            assertThat(street.steps()).containsExactly("on-the-way", "no-access");
            assertThat(street.said("\"no-access\"").getFirst()).contains("\"note\":\"敲门", "\"position\":");
        }
    }

    @Test
    void a_meal_that_is_too_old_is_left_and_a_fresh_one_fetched() throws IOException {
        try (Street street = new Street(Mishaps.none().with(Mishap.STALE_MEAL, 1))) {
            StandInVisit meal = street.server().orders().open("meal");
            street.caregiver("naren");

            await().atMost(SOON).until(() -> meal.state().equals("verified"));
            assertThat(street.steps()).containsExactly("on-the-way", "on-the-way", "checked-in",
                    "checked-out");
        }
    }

    @Test
    void a_phone_without_satellites_says_no_place_and_a_wrong_time() throws IOException {
        try (Street street = new Street(Mishaps.none().with(Mishap.NO_SATELLITES, 1))) {
            StandInVisit meal = street.server().orders().open("meal");
            street.caregiver("naren");

            await().atMost(SOON).until(() -> meal.state().equals("verified"));
            assertThat(street.said("/phone/visits/")).hasSize(3)
                    .allMatch(post -> post.contains("\"deviceTime\":\"") && !post.contains("\"position\""));
        }
    }

    @Test
    void a_visit_is_given_back_before_leaving_and_says_why() throws IOException {
        try (Street street = new Street(Mishaps.none().with(Mishap.GIVEN_BACK, 1))) {
            street.server().orders().open("meal");
            street.caregiver("naren");

            await().atMost(SOON).until(() -> street.tally().count(Mark.GIVEN_BACK) > 0);
            assertThat(street.said("\"given-back\"").getFirst()).contains("\"note\":\"临时身体不适");
            assertThat(street.steps()).doesNotContain("on-the-way");
        }
    }

    @Test
    void a_step_sent_twice_with_one_key_is_one_step() throws IOException {
        try (Street street = new Street(Mishaps.none().with(Mishap.REPEATED_ACT, 1))) {
            StandInVisit meal = street.server().orders().open("meal");
            street.caregiver("naren");

            await().atMost(SOON).until(() -> meal.state().equals("verified"));
            await().atMost(SOON).until(() -> street.tally().count(Mark.REPEATED_ALIKE) >= 4);
            assertThat(street.steps()).containsExactly("on-the-way", "checked-in", "checked-out");
            assertThat(street.tally().count(Mark.REPEATED_DIFFERENTLY)).isZero();
        }
    }

    @Test
    void a_meal_waits_while_its_bringer_goes_to_a_call_for_help() throws IOException {
        try (Street street = new Street(Mishaps.none())) {
            String incident = street.server().raise("wb-0001");
            StandInVisit meal = street.server().orders().open("meal");
            street.caregiver("naren");

            await().atMost(SOON).until(() -> meal.state().equals("verified"));
            assertThat(street.said("/steps").stream().filter(post -> post.contains(incident))).hasSize(3);
            assertThat(street.tally().count(Mark.STEP_REFUSED)).isZero();
        }
    }

    @Test
    void somebody_asked_while_they_must_not_leave_is_counted_and_stays() throws IOException {
        try (Street street = new Street(Mishaps.none())) {
            StandInVisit visit = street.server().orders().open("medical");
            street.caregiver("naren");
            await().atMost(SOON).until(() -> visit.state().equals("in-progress"));
            String incident = street.server().raise("wb-0001");

            await().atMost(SOON).until(() -> visit.state().equals("verified"));
            assertThat(street.tally().count(Mark.ASKED_DURING_CARE)).isEqualTo(1);
            assertThat(street.said(incident + "/accept")).isEmpty();
        }
    }

    @Test
    void a_fault_of_the_server_only_delays_a_visit() throws IOException {
        try (Street street = new Street(Mishaps.none())) {
            StandInVisit meal = street.server().orders().open("meal");
            street.server().web().failNext(2);
            street.caregiver("naren");

            await().atMost(SOON).until(() -> meal.state().equals("verified"));
            assertThat(street.steps()).containsExactly("on-the-way", "checked-in", "checked-out");
            assertThat(street.tally().count(Mark.STEP_REFUSED)).isZero();
        }
    }
}
