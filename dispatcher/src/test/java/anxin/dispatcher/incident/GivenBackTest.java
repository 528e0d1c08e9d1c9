package anxin.dispatcher.incident;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.invariant.Verification;
import anxin.dispatcher.notification.Notification;
import anxin.dispatcher.notification.NotificationState;
import anxin.dispatcher.notification.Recipient;
import anxin.dispatcher.notification.What;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.responder.Responder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody gives an errand back: nobody outside goes on believing that somebody comes, and the climb goes on. */
class GivenBackTest extends OnTheLadder {

    private Responder near;

    @BeforeEach
    void somebody_near() {
        near = town.minutesAway("near", 3);
    }

    @AfterEach
    void every_promise_is_kept() {
        assertThat(Verification.of(dispatcher.sql(), Optional.empty(), clock.instant()).table())
                .doesNotContain("BROKEN");
    }

    @Test
    void contacts_who_believe_that_somebody_comes_are_asked_to_look_again() {
        Incident incident = open();
        delivered();
        clock.pass(Duration.ofSeconds(1));
        accept(incident, near);
        climbed(dispatcher, incident, incident.openedAt(), 21);
        delivered();

        givenBack(incident);

        assertThat(delivered()).filteredOn(message -> message.recipient().kind() == Recipient.Kind.CONTACT)
                .extracting(Notification::what).containsExactly(What.PLEASE_LOOK, What.PLEASE_LOOK);
        climbed(dispatcher, incident, incident.openedAt(), 60);
        assertThat(toContacts(incident, What.PLEASE_LOOK)).hasSize(3);
    }

    @Test
    void every_time_anew() {
        Incident incident = open();
        delivered();
        for (Responder each : List.of(near, town.minutesAway("second", 4), town.minutesAway("third", 5))) {
            climbed(dispatcher, incident, clock.instant(), 16);
            Offer offer = offers(incident).stream()
                    .filter(asked -> asked.responder().equals(each.id()) && asked.state().live()).findFirst()
                    .orElseThrow();
            dispatcher.incidents().help().accept(offer.id(), each.id());
            delivered();
            clock.pass(Duration.ofSeconds(1));
            dispatcher.incidents().help().step(offer.id(), each.id(),
                    new Help.StepReport(Step.GIVEN_BACK, Optional.of("车坏了"), Optional.empty()));
            delivered();
        }

        assertThat(toContacts(incident, What.PLEASE_LOOK)).hasSize(7);
    }

    @Test
    void who_has_not_heard_yet_that_somebody_comes_does_not_hear_it_any_more() {
        Incident incident = open();
        delivered();
        accept(incident, near);

        givenBack(incident);

        assertThat(delivered()).filteredOn(message -> message.recipient().kind() == Recipient.Kind.CONTACT)
                .isEmpty();
        assertThat(toContacts(incident, What.SOMEBODY_COMING)).extracting(Notification::state)
                .containsOnly(NotificationState.SUPERSEDED);
    }

    @Test
    void the_family_is_not_asked_to_look_after_a_safe_voice() {
        Incident incident = open();
        delivered();
        accept(incident, near);
        delivered();
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);
        dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.ANSWERED_SAFE);

        givenBack(incident);

        assertThat(toContacts(incident, What.PLEASE_LOOK)).hasSize(1);
    }

    @Test
    void the_climb_goes_on_although_the_keeper_had_stood_down_before_somebody_accepted() {
        Incident incident = open();
        Instant start = clock.instant();
        climbed(dispatcher, incident, start, 30);
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);
        dispatcher.incidents().desk().standDown(incident.id(), operator, "儿子在门口");
        accept(incident, near);

        givenBack(incident);

        assertThat(climbed(dispatcher, incident, start, 420)).isEqualTo("""
                0 three-best
                0 contact-1
                20 contact-2
                60 near-neighbours
                60 within-reach
                90 duty-leader
                90 prompt-120
                180 committee
                180 estate-guard
                300 township
                300 forced-entry
                420 again
                """);
    }

    @Test
    void whoever_has_a_duty_is_called_when_the_acceptance_had_stopped_the_call() {
        Incident incident = raised(AlarmType.SMOKE);
        accept(incident, near);
        assertThat(plannedUnlessAccepted(incident)).isEmpty();

        givenBack(incident);

        assertThat(plannedUnlessAccepted(incident)).hasSize(3);
        delivered();
        Responder second = town.minutesAway("second", 4);
        climbed(dispatcher, incident, incident.openedAt(), 120);
        accept(incident, second);
        clock.pass(Duration.ofSeconds(1));
        step(incident, second, Step.GIVEN_BACK, Optional.of("车坏了"));
        assertThat(plannedUnlessAccepted(incident)).as("who was called is not called again").isEmpty();
    }

    private void givenBack(Incident incident) {
        clock.pass(Duration.ofSeconds(1));
        step(incident, near, Step.GIVEN_BACK, Optional.of("车坏了"));
    }

    private List<Notification> plannedUnlessAccepted(Incident incident) {
        return messages(incident).stream()
                .filter(message -> message.stopOn().equals("accepted"))
                .filter(message -> message.state() == NotificationState.PLANNED).toList();
    }

    private List<Notification> toContacts(Incident incident, What what) {
        return messages(incident).stream()
                .filter(message -> message.recipient().kind() == Recipient.Kind.CONTACT)
                .filter(message -> message.what() == what).toList();
    }
}
