package anxin.dispatcher.visit;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.place.Place;
import anxin.dispatcher.visit.Proof.Evidence;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProofTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:31:00Z");
    private static final Place DOOR = new Place(39.6050, 109.7810);

    @Test
    void a_phone_at_the_door_with_a_good_clock_is_enough() {
        Proof proof = Proof.of(new Evidence(away(30, 10), Optional.of(NOW.minusSeconds(40)), NOW, false),
                DOOR);

        assertThat(proof.score()).isEqualTo(80);
        assertThat(proof.isEnough()).isTrue();
        assertThat(proof.reasons()).extracting(Proof.Point::code)
                .containsExactly("signed-in", "clock-agrees", "near-the-door");
    }

    @Test
    void a_bad_fix_counts_as_far_as_its_accuracy_reaches() {
        assertThat(Proof.of(at(away(250, 200)), DOOR).score()).isEqualTo(65);
        assertThat(Proof.of(at(away(350, 200)), DOOR).score()).isEqualTo(20);
        assertThat(Proof.of(at(away(10, 5_000)), DOOR).score()).isEqualTo(40);
    }

    @Test
    void without_a_place_only_the_residents_own_button_makes_it_enough() {
        assertThat(Proof.of(new Evidence(Optional.empty(), Optional.of(NOW), NOW, false), DOOR).isEnough())
                .isFalse();
        assertThat(Proof.of(new Evidence(Optional.empty(), Optional.of(NOW), NOW, true), DOOR).isEnough())
                .isTrue();
    }

    @Test
    void a_press_in_the_home_does_not_help_somebody_who_is_far_from_it() {
        Evidence elsewhere = new Evidence(away(3_000, 10), Optional.of(NOW), NOW, true);

        assertThat(Proof.of(elsewhere, DOOR).isEnough()).isFalse();
    }

    @Test
    void a_step_sent_hours_later_is_worth_less() {
        Evidence late = new Evidence(away(10, 5), Optional.of(NOW.minusSeconds(7_200)), NOW, false);

        assertThat(Proof.of(late, DOOR).score()).isEqualTo(65);
        assertThat(Proof.of(late, DOOR).reasons()).extracting(Proof.Point::code).contains("clock-differs");
    }

    private static Evidence at(Optional<Fix> fix) {
        return new Evidence(fix, Optional.of(NOW), NOW, false);
    }

    private static Optional<Fix> away(double meters, double accuracy) {
        return Optional.of(new Fix(new Place(DOOR.latitude() + meters / 111_195, DOOR.longitude()),
                Optional.of(accuracy)));
    }
}
