package anxin.dispatcher.incident;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.invariant.Verification;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another door stays shut while the first one is not closed: the family hears of it, and nobody hears it twice. */
class SecondDoorTest extends OnTheLadder {

    private Incident incident;
    private Instant start;
    private UUID breakfast;

    @BeforeEach
    void nobody_opened_to_breakfast() {
        breakfast = dispatcher.ids().next();
        start = clock.instant();
        incident = find(
                dispatcher.incidents().incidents().raise(unanswered(Optional.of(breakfast))).incident());
    }

    @AfterEach
    void every_promise_is_kept() {
        assertThat(Verification.of(dispatcher.sql(), Optional.empty(), clock.instant()).table())
                .doesNotContain("BROKEN");
    }

    @Test
    void after_a_safe_voice_it_climbs_from_the_start() {
        climbed(dispatcher, incident, start, 10);
        saysSafe();

        nobodyOpensTo(dispatcher.ids().next());

        assertThat(climbed(dispatcher, incident, start, 2_000)).isEqualTo("""
                0 contact-1
                10 contact-1
                310 contact-2
                910 duty-leader
                1810 committee
                """);
        assertThat(told(incident)).startsWith("0 please-look contact\n10 please-look contact\n");
    }

    @Test
    void after_everybody_was_told_in_vain_it_climbs_from_the_start() {
        climbed(dispatcher, incident, start, 1_801);

        nobodyOpensTo(dispatcher.ids().next());

        assertThat(climbed(dispatcher, incident, start, 2_101)).endsWith("1801 contact-1\n2101 contact-2\n");
    }

    @Test
    void while_it_still_climbs_nothing_is_said_twice_or_later() {
        climbed(dispatcher, incident, start, 10);

        nobodyOpensTo(dispatcher.ids().next());

        assertThat(climbed(dispatcher, incident, start, 2_000)).isEqualTo("""
                0 contact-1
                300 contact-2
                900 duty-leader
                1800 committee
                """);
    }

    @Test
    void the_same_door_reported_again_after_a_safe_voice_changes_nothing() {
        saysSafe();

        nobodyOpensTo(breakfast);

        assertThat(climbed(dispatcher, incident, start, 2_000)).isEqualTo("0 contact-1\n");
    }

    private void saysSafe() {
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);
        dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.ANSWERED_SAFE);
    }

    private void nobodyOpensTo(UUID order) {
        assertThat(dispatcher.incidents().incidents().raise(unanswered(Optional.of(order))))
                .isEqualTo(new Raised.Repeated(incident.id(), 2));
    }
}
