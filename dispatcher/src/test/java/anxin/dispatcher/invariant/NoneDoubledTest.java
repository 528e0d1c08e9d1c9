package anxin.dispatcher.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.incident.IncidentId;
import anxin.dispatcher.message.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoneDoubledTest {

    private final VerifiedTown town = new VerifiedTown();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void I3_a_fall_and_a_press_of_one_resident_are_two_incidents_and_fine() {
        town.event(town.band, 1, "sos", "fall");
        town.event(town.band, 2, "sos");

        assertThat(town.finding("I3").verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(town.finding("I3").figures()).isEqualTo("open incidents 2");
    }

    @Test
    void I3_a_second_open_incident_of_one_resident_and_kind_is_found() {
        town.event(town.band, 1, "sos");
        town.event(town.band, 2, "fall");

        town.corrupted("DROP INDEX one_open_incident");
        town.corrupted("UPDATE incident SET kind = 'sos'");

        assertThat(town.finding("I3").violations()).containsExactly(
                "subject " + town.qimuge.id().uuid() + " has 2 open incidents of kind sos");
    }

    @Test
    void I3_a_message_stored_twice_is_found() {
        town.telemetry(town.band, 1);
        town.telemetry(town.band, 2);

        town.corrupted("ALTER TABLE receipt DROP CONSTRAINT receipt_source_message_key_key");
        town.corrupted("UPDATE receipt SET message_key = '7f3a:1'");

        assertThat(town.finding("I3").violations()).containsExactly(
                "message 7f3a:1 of device " + town.band.id().uuid() + " is stored 2 times");
    }

    @Test
    void I3_a_message_that_raised_the_same_thing_twice_is_found() {
        Receipt first = town.event(town.band, 1, "sos");
        IncidentId incident = first.incident().orElseThrow();
        town.displayed(incident);
        town.taken(incident);
        town.called(incident);
        town.closed(incident);
        town.event(town.band, 2, "sos");

        town.corrupted("UPDATE incident_event SET receipt = ? WHERE kind = 'raised'", first.id());

        assertThat(town.finding("I3").violations())
                .containsExactly("receipt " + first.id() + " raised 2 incidents of kind sos");
    }

    @Test
    void I3_presses_that_are_not_in_the_file_are_found() {
        IncidentId incident = town.pressed(1);
        town.event(town.band, 2, "sos");
        town.event(town.button, 1, "sos");
        assertThat(town.finding("I3").violations()).isEmpty();

        town.corrupted("UPDATE incident SET presses = 2");

        assertThat(town.finding("I3").violations())
                .containsExactly("incident " + incident.uuid() + " counts 2 presses; its file has 3");
    }
}
