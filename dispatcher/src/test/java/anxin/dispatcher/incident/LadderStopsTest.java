package anxin.dispatcher.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import anxin.dispatcher.invariant.Verification;
import anxin.dispatcher.notification.Notification;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferState;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.responder.Responder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stops the ladder: exactly so much, and whatever comes in which order. */
class LadderStopsTest extends OnTheLadder {

    @Test
    void an_acceptance_at_seventy_seconds_stops_the_asking_and_not_the_clock_to_120() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        Instant start = clock.instant();
        climbed(dispatcher, incident, start, 70);

        accept(incident, near);

        assertThat(cancelled(incident, "accepted")).containsExactly("committee", "estate-guard", "township",
                "forced-entry");
        assertThat(climbed(dispatcher, incident, start, 660)).isEqualTo("""
                0 three-best
                0 contact-1
                20 contact-2
                60 near-neighbours
                60 within-reach
                90 duty-leader
                90 prompt-120
                420 again
                540 again
                660 again
                """);
        assertThat(offers(incident)).as("nobody is asked any more").hasSize(1);
    }

    @Test
    void what_an_acceptance_stopped_goes_on_when_the_errand_is_given_back() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        Instant start = clock.instant();
        climbed(dispatcher, incident, start, 70);
        accept(incident, near);
        climbed(dispatcher, incident, start, 200);

        step(incident, near, Step.GIVEN_BACK, Optional.of("车坏了"));

        assertThat(climbed(dispatcher, incident, start, 300)).endsWith("""
                90 prompt-120
                200 committee
                200 estate-guard
                300 township
                300 forced-entry
                """);
    }

    @Test
    void a_voice_that_needs_help_leaves_the_clock_to_120() {
        Incident incident = open();
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);

        dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.NEEDS_HELP);

        assertThat(climbed(dispatcher, incident, clock.instant(), 90)).contains("90 prompt-120");
        assertThat(find(incident.id()).help()).isEqualTo(new HelpTrack.Asking());
    }

    @Test
    void a_safe_voice_stops_the_clock_to_120() {
        Incident incident = open();
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);

        dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.ANSWERED_SAFE);

        assertThat(cancelled(incident, "voice")).containsExactly("prompt-120");
        passAndFire(Duration.ofMinutes(4));
        assertThat(kinds(incident.id())).doesNotContain(EventKind.SERVICE_PROMPT);
    }

    @Test
    void a_safe_voice_withdraws_what_nobody_has_accepted() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);

        dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.ANSWERED_SAFE);

        assertThat(find(incident.id()).help()).isEqualTo(new HelpTrack.Withdrawn());
        assertThat(offerOf(incident, near).state()).isEqualTo(OfferState.SUPERSEDED);
        assertThat(accept(incident, near)).isEqualTo(new Answer.Refused(new Refusal.NoLongerOpen()));
        climbed(dispatcher, incident, clock.instant(), 600);
        assertThat(offers(incident)).hasSize(1);
        assertThat(Verification.of(dispatcher.sql(), Optional.empty(), clock.instant()).table())
                .doesNotContain("BROKEN");
    }

    @Test
    void who_is_sent_by_hand_after_a_safe_voice_is_not_waited_for_in_silence() {
        Responder near = town.minutesAway("near", 3);
        Responder second = town.minutesAway("second", 4);
        Incident incident = open();
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);
        dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.ANSWERED_SAFE);

        dispatcher.incidents().desk().dispatch(incident.id(), operator, near.id());
        climbed(dispatcher, incident, clock.instant(), 121);

        assertThat(offers(incident)).filteredOn(offer -> offer.state().live()).extracting(Offer::responder)
                .contains(second.id());
    }

    @Test
    void who_presses_again_after_a_safe_voice_is_helped_again() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);
        dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.ANSWERED_SAFE);

        open();

        assertThat(find(incident.id()).help()).isEqualTo(new HelpTrack.Asking());
        assertThat(offers(incident)).extracting(Offer::responder, Offer::state)
                .contains(tuple(near.id(), OfferState.SENT));
        assertThat(pendingKinds(incident)).contains("ladder");
    }

    @Test
    void the_keeper_who_writes_why_stops_the_asking_again_and_nothing_else() {
        Incident incident = open();
        Staff operator = town.operator();
        assertThat(dispatcher.incidents().desk().standDown(incident.id(), operator, "儿子在门口"))
                .isEqualTo(new Answer.Refused(new Refusal.NotTheKeeper()));
        dispatcher.incidents().desk().take(incident.id(), operator);

        assertThat(dispatcher.incidents().desk().standDown(incident.id(), operator, "儿子在门口"))
                .isEqualTo(new Answer.Done());

        assertThat(cancelled(incident, "stood-down")).containsExactly("near-neighbours", "within-reach",
                "committee", "estate-guard", "township", "forced-entry", "again");
        climbed(dispatcher, incident, clock.instant(), 100);
        assertThat(kinds(incident.id())).contains(EventKind.STOOD_DOWN, EventKind.SERVICE_PROMPT);
        assertThat(Verification.of(dispatcher.sql(), Optional.empty(), clock.instant()).table())
                .doesNotContain("BROKEN");
    }

    @Test
    void who_says_no_after_the_keeper_stood_down_is_not_replaced() {
        Responder near = town.minutesAway("near", 3);
        for (int i = 4; i < 9; i++) {
            town.minutesAway("further " + i, i);
        }
        Incident incident = open();
        stoodDown(incident);

        dispatcher.incidents().help().decline(offerOf(incident, near).id(), near.id(), "too-far");
        climbed(dispatcher, incident, clock.instant(), 600);

        assertThat(offers(incident)).hasSize(3).noneMatch(offer -> offer.state().live());
        assertThat(whys(incident)).contains("ladder", "nobody-coming");
    }

    @Test
    void what_is_not_out_when_the_keeper_stands_down_does_not_go_out() {
        Incident incident = raised(AlarmType.SMOKE);

        stoodDown(incident);

        assertThat(delivered()).extracting(Notification::stopOn).doesNotContain("accepted")
                .contains("closed");
    }

    @Test
    void who_is_sent_by_hand_after_the_keeper_stood_down_is_replaced() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        Staff operator = stoodDown(incident);
        dispatcher.incidents().help().decline(offerOf(incident, near).id(), near.id(), "too-far");
        Responder second = town.minutesAway("second", 4);
        Responder third = town.minutesAway("third", 5);
        dispatcher.incidents().desk().dispatch(incident.id(), operator, second.id());

        dispatcher.incidents().help().decline(offerOf(incident, second).id(), second.id(), "too-far");

        assertThat(offerOf(incident, third).state()).isEqualTo(OfferState.SENT);
    }

    @Test
    void K11_after_somebody_accepted_nobody_else_is_paged_whatever_comes_in_which_order() {
        Responder near = town.minutesAway("near", 3);
        town.minutesAway("second", 4);
        Staff operator = town.operator();
        List<List<Integer>> orders = List.of(List.of(0, 1, 2), List.of(0, 2, 1), List.of(1, 0, 2),
                List.of(1, 2, 0), List.of(2, 0, 1), List.of(2, 1, 0));
        for (List<Integer> order : orders) {
            Incident incident = open();
            dispatcher.incidents().desk().take(incident.id(), operator);
            accept(incident, near);
            List<Runnable> late = List.of(
                    () -> dispatcher.incidents().desk().called(incident.id(), operator, null,
                            ContactResult.ANSWERED_SAFE),
                    () -> dispatcher.incidents().desk().standDown(incident.id(), operator, "有人去了"),
                    () -> accept(incident, near));
            order.forEach(which -> late.get(which).run());
            int asked = offers(incident).size();

            climbed(dispatcher, incident, clock.instant(), 130);

            assertThat(find(incident.id()).help()).isInstanceOf(HelpTrack.Coming.class);
            assertThat(offers(incident)).hasSize(asked);
            assertThat(offers(incident)).noneMatch(offer -> offer.state().live());
            step(incident, near, Step.ARRIVED, Optional.empty());
            step(incident, near, Step.DONE, Optional.of("好"));
            assertThat(close(incident, operator, Cause.CARE_NEED, Action.OWN_RESPONDER))
                    .isEqualTo(new Answer.Done());
            assertThat(dispatcher.incidents().desk().take(incident.id(), operator))
                    .isEqualTo(new Answer.Refused(new Refusal.AlreadyClosed()));
        }
    }

    private Staff stoodDown(Incident incident) {
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);
        assertThat(dispatcher.incidents().desk().standDown(incident.id(), operator, "儿子在门口"))
                .isEqualTo(new Answer.Done());
        return operator;
    }
}
