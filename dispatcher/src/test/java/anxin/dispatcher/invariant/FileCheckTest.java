package anxin.dispatcher.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.incident.IncidentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FileCheckTest {

    private final VerifiedTown town = new VerifiedTown();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void I7_files_as_they_were_written_are_fine() {
        town.helped(1);
        town.event(town.band, 2, "sos", "fall");

        Finding finding = town.finding("I7");

        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.figures()).startsWith("files 3, entries ");
    }

    @Test
    void I7_a_changed_entry_is_found_and_the_other_files_are_still_read() {
        IncidentId first = town.helped(1);
        IncidentId second = town.pressed(2);

        town.corrupted("UPDATE incident_event SET body = '{}' WHERE incident = ? AND kind = 'closed'", first);
        town.corrupted("UPDATE incident_event SET at = at + interval '1 hour' WHERE incident = ? AND seq = 1",
                second);

        assertThat(town.finding("I7").violations()).hasSize(2)
                .anyMatch(violation -> violation.startsWith("incident " + first.uuid())
                        && violation.endsWith("(closed) is not sealed onto the entry before, or was changed"))
                .contains("incident " + second.uuid()
                        + " entry 1 (raised) is not sealed onto the entry before, or was changed");
    }

    @Test
    void I7_an_entry_taken_out_is_found() {
        IncidentId incident = town.helped(1);

        town.corrupted("DELETE FROM incident_event WHERE seq = 3");

        assertThat(town.finding("I7").violations()).singleElement().asString()
                .startsWith("incident " + incident.uuid() + " entry 4").endsWith("follows entry 2");
    }

    @Test
    void I7_an_entry_of_an_unknown_kind_is_found() {
        IncidentId incident = town.pressed(1);

        town.corrupted("UPDATE incident_event SET kind = 'forgiven' WHERE seq = 1");

        assertThat(town.finding("I7").violations()).contains(
                "incident " + incident.uuid() + " entry 1 (forgiven) is of no known kind: forgiven");
    }

    @Test
    void I7_a_file_cut_short_is_found() {
        IncidentId incident = town.helped(1);

        town.corrupted("DELETE FROM incident_event WHERE kind = 'closed'");

        assertThat(town.finding("I7").violations())
                .anyMatch(violation -> violation
                        .startsWith("incident " + incident.uuid() + " ends its file at entry"));
    }

    @Test
    void I7_a_file_that_is_gone_is_found() {
        IncidentId incident = town.pressed(1);

        town.corrupted("DELETE FROM incident_event");

        assertThat(town.finding("I7").violations()).singleElement().asString()
                .startsWith("incident " + incident.uuid()).endsWith("the file ends at 0");
    }

    @Test
    void I7_an_incident_that_remembers_another_last_hash_is_found() {
        town.pressed(1);

        town.corrupted("UPDATE incident SET last_hash = decode(repeat('00', 32), 'hex')");

        assertThat(town.finding("I7").violations()).singleElement().asString().endsWith("with another hash");
    }

    @Test
    void I7_an_incident_that_says_something_else_than_its_file_is_found() {
        IncidentId incident = town.pressed(1);

        town.corrupted("UPDATE incident SET desk = 'kept', keeper = ?", town.operator.id());

        assertThat(town.finding("I7").violations()).singleElement().asString()
                .startsWith("incident " + incident.uuid())
                .endsWith("leaves the desk track queued; the incident says kept");
    }

    @Test
    void I7_an_incident_that_lost_its_helper_is_found() {
        IncidentId incident = town.pressed(1);
        town.accepted(incident, town.naren);

        town.corrupted("UPDATE incident SET help = 'asking'");

        assertThat(town.finding("I7").violations()).singleElement().asString()
                .endsWith("leaves the help track coming; the incident says asking");
    }
}
