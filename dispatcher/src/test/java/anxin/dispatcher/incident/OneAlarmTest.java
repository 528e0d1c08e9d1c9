package anxin.dispatcher.incident;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.device.Device;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferState;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.responder.Responder;
import anxin.dispatcher.store.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** From the press to the end of the ladder: what an alarm does by itself. */
class OneAlarmTest extends InTheTown {

    @Test
    void a_press_asks_the_three_nearest_at_once_and_sets_the_clocks() {
        town.minutesAway("far", 20);
        Responder near = town.minutesAway("near", 3);
        Responder middle = town.minutesAway("middle", 6);
        Responder third = town.minutesAway("third", 9);

        Incident incident = open();

        assertThat(offers(incident)).extracting(Offer::responder).containsExactly(near.id(), middle.id(),
                third.id());
        assertThat(offers(incident).getFirst().reasons()).anyMatch(reason -> reason.code().equals("travel"));
        assertThat(incident.help()).isEqualTo(new HelpTrack.Asking());
        assertThat(pendingKinds(incident)).contains("display", "ring", "check", "widen", "ladder",
                "offer-expiry");
    }

    @Test
    void K1_a_thousand_presses_through_two_processes_are_one_incident() throws Exception {
        try (Database other = new Database(address);
                ExecutorService threads = Executors.newFixedThreadPool(16)) {
            Dispatcher second = over(other);
            List<Callable<Raised>> presses = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                Dispatcher one = i % 2 == 0 ? dispatcher : second;
                presses.add(() -> one.incidents().incidents().raise(town.press(band)));
            }
            List<Raised> raised = new ArrayList<>();
            for (Future<Raised> press : threads.invokeAll(presses)) {
                raised.add(press.get());
            }

            assertThat(raised).filteredOn(Raised.Opened.class::isInstance).hasSize(1);
            assertThat(raised).extracting(Raised::incident).containsOnly(raised.getFirst().incident());
            assertThat(find(raised.getFirst().incident()).presses()).isEqualTo(1_000);
            assertThat(brokenLink(raised.getFirst().incident())).isEmpty();
        }
    }

    @Test
    void K2_a_second_press_hours_later_is_counted_and_written_down() {
        Incident first = open();
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(first.id(), operator);

        clock.pass(Duration.ofHours(3));
        Raised again = dispatcher.incidents().incidents().raise(town.press(band));

        assertThat(again).isEqualTo(new Raised.Repeated(first.id(), 2));
        assertThat(find(first.id()).lastSignalAt()).isEqualTo(clock.instant());
        assertThat(kinds(first.id())).contains(EventKind.REPEATED);
    }

    @Test
    void another_device_of_the_same_resident_is_a_second_signal() {
        Device button = town.button("btn-1", qimuge);
        Incident first = open();

        Raised second = dispatcher.incidents().incidents().raise(town.press(button));

        assertThat(second).isEqualTo(new Raised.SecondSignal(first.id(), 2));
    }

    @Test
    void K6_when_nobody_can_be_asked_the_duty_leader_is_told_at_once() {
        Incident incident = open();

        assertThat(kinds(incident.id())).contains(EventKind.NOBODY_TO_ASK, EventKind.DUTY_LEADER_TOLD);
        assertThat(find(incident.id()).milestones().escalatedAt()).isPresent();
    }

    @Test
    void nobody_answers_and_the_ladder_goes_on_in_another_process() {
        for (int i = 1; i <= 12; i++) {
            town.minutesAway("person " + i, i);
        }
        Incident incident = open();
        assertThat(offers(incident)).hasSize(3);

        clock.pass(Duration.ofSeconds(21));
        fireDue();
        assertThat(offers(incident)).hasSize(5);
        assertThat(kinds(incident.id())).filteredOn(EventKind.CONTACT_DUE::equals).hasSize(2);

        try (Database restarted = new Database(address)) {
            Dispatcher after = over(restarted);
            clock.pass(Duration.ofSeconds(40));
            fireDue(after);
            assertThat(offers(incident)).hasSize(12);
            clock.pass(Duration.ofSeconds(30));
            fireDue(after);
            assertThat(kinds(incident.id())).contains(EventKind.DUTY_LEADER_TOLD);
        }
    }

    @Test
    void every_open_incident_has_a_pending_deadline_all_the_way() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        Staff operator = town.operator();

        dispatcher.incidents().desk().take(incident.id(), operator);
        assertThat(pendingKinds(incident)).isNotEmpty();
        accept(incident, near);
        assertThat(pendingKinds(incident)).contains("arrival", "check");
        step(incident, near, Step.ARRIVED, Optional.empty());
        passAndFire(Duration.ofMinutes(10));
        assertThat(pendingKinds(incident)).contains("check");
        step(incident, near, Step.DONE, Optional.of("坐在椅子上，无碍"));
        close(incident, operator, Cause.FALL_UNINJURED, Action.OWN_RESPONDER);
        assertThat(pendingKinds(incident)).isEmpty();
    }

    @Test
    void a_real_press_makes_a_drill_real_and_a_worse_signal_raises_the_class() {
        Alarm suspected = alarm(AlarmType.FALL_SUSPECTED, true);
        IncidentId drill = dispatcher.incidents().incidents().raise(suspected).incident();
        assertThat(find(drill).priority()).isEqualTo(2);

        dispatcher.incidents().incidents().raise(alarm(AlarmType.FALL_DETECTED, false));

        assertThat(find(drill).exercise()).isFalse();
        assertThat(find(drill).priority()).isEqualTo(1);
    }

    @Test
    void somebody_who_presses_again_after_help_has_left_is_helped_again() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        accept(incident, near);
        step(incident, near, Step.ARRIVED, Optional.empty());
        step(incident, near, Step.DONE, Optional.of("无碍"));
        Responder second = town.minutesAway("second", 4);

        dispatcher.incidents().incidents().raise(town.press(band));

        assertThat(find(incident.id()).help()).isEqualTo(new HelpTrack.Asking());
        assertThat(offerOf(incident, second).state()).isEqualTo(OfferState.SENT);
    }

    @Test
    void a_changed_entry_breaks_the_chain_of_the_file() {
        town.minutesAway("near", 3);
        Incident incident = open();
        assertThat(brokenLink(incident.id())).isEmpty();

        dispatcher.sql().update("UPDATE incident_event SET body = '{}' WHERE incident = ? AND seq = 2",
                incident.id());

        assertThat(brokenLink(incident.id())).contains(2);
    }
}
