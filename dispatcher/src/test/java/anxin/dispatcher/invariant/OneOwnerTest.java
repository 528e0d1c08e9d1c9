package anxin.dispatcher.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.incident.IncidentId;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.responder.Responder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OneOwnerTest {

    private final VerifiedTown town = new VerifiedTown();
    private Responder batu;

    @BeforeEach
    void another_helper() {
        batu = town.people.minutesAway("Batu", 6);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void I6_an_errand_given_back_and_accepted_by_another_is_fine() {
        IncidentId incident = town.pressed(1);
        town.accepted(incident, town.naren);
        Responder sarna = town.people.minutesAway("Sarna", 5);
        town.step(incident, town.naren, Step.GIVEN_BACK);
        town.accepted(incident, sarna);

        assertThat(town.finding("I6").verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(town.finding("I6").figures()).isEqualTo("errands held now 1");
    }

    @Test
    void I6_two_acceptances_of_one_version_are_found() {
        IncidentId incident = town.pressed(1);
        town.accepted(incident, town.naren);

        town.corrupted("DROP INDEX one_holder");
        town.corrupted(
                """
                        UPDATE offer SET state = 'accepted', slot = 1, slot_version = 1, step = 'done' WHERE responder = ?
                        """,
                batu.id());

        assertThat(town.finding("I6").violations())
                .containsExactly("errand " + incident.uuid() + " slot 1 version 1 is accepted by 2");
    }

    @Test
    void I6_a_holder_who_did_not_accept_is_found() {
        IncidentId incident = town.pressed(1);

        town.corrupted("UPDATE errand_slot SET responder = ?, offer = ?, version = 1", batu.id(),
                town.offer(incident, batu).id());

        assertThat(town.finding("I6").violations()).containsExactly(
                "errand " + incident.uuid() + " slot 1 is held by " + batu.id().uuid()
                        + ", who did not accept it");
    }

    @Test
    void I6_a_holder_on_somebody_elses_offer_is_found() {
        IncidentId incident = town.pressed(1);
        town.accepted(incident, town.naren);

        town.corrupted("UPDATE errand_slot SET responder = ?", batu.id());

        assertThat(town.finding("I6").violations())
                .contains("errand " + incident.uuid() + " slot 1 is held by " + batu.id().uuid()
                        + ", who did not accept it");
    }

    @Test
    void I6_a_holder_whose_acceptance_was_taken_back_is_found() {
        IncidentId incident = town.pressed(1);
        town.accepted(incident, town.naren);

        town.corrupted("UPDATE offer SET state = 'superseded' WHERE responder = ?", town.naren.id());

        assertThat(town.finding("I6").violations()).containsExactly("errand " + incident.uuid()
                + " slot 1 is held by " + town.naren.id().uuid() + ", who did not accept it");
    }

    @Test
    void I6_a_holder_by_an_acceptance_of_an_older_version_is_found() {
        IncidentId incident = town.pressed(1);
        town.accepted(incident, town.naren);

        town.corrupted("UPDATE errand_slot SET version = version + 1");

        assertThat(town.finding("I6").violations()).containsExactly("errand " + incident.uuid()
                + " slot 1 is held by " + town.naren.id().uuid() + ", who did not accept it");
    }

    @Test
    void I6_somebody_who_still_goes_for_an_errand_of_another_is_found() {
        IncidentId incident = town.pressed(1);
        town.accepted(incident, town.naren);

        town.corrupted(
                """
                        UPDATE offer SET state = 'accepted', slot = 1, slot_version = 0, step = 'on-the-way' WHERE responder = ?
                        """,
                batu.id());

        assertThat(town.finding("I6").violations()).containsExactly("offer "
                + town.offer(incident, batu).id().uuid()
                + " to " + batu.id().uuid() + " goes on although another holds errand " + incident.uuid());
    }

    @Test
    void I6_an_incident_that_counts_on_somebody_without_the_errand_is_found() {
        IncidentId incident = town.pressed(1);
        town.accepted(incident, town.naren);

        town.corrupted("UPDATE incident SET responder = ?", batu.id());

        assertThat(town.finding("I6").violations()).containsExactly(
                "incident " + incident.uuid() + " counts on " + batu.id().uuid()
                        + ", who does not hold its errand");
    }

    @Test
    void I6_an_errand_that_outlives_its_incident_is_found() {
        IncidentId incident = town.helped(1);
        assertThat(town.finding("I6").verdict()).isEqualTo(Verdict.HOLDS);

        town.corrupted("UPDATE errand_slot SET ended_at = NULL");

        assertThat(town.finding("I6").violations())
                .containsExactly("incident " + incident.uuid() + " is closed and its errand is not: slot 1");
    }
}
