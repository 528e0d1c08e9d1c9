package anxin.dispatcher.incident;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.TestClock;
import anxin.dispatcher.TestDatabase;
import anxin.dispatcher.TestTown;
import anxin.dispatcher.deadline.Deadline;
import anxin.dispatcher.device.Device;
import anxin.dispatcher.invariant.Verification;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferState;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.responder.Duty;
import anxin.dispatcher.responder.Responder;
import anxin.dispatcher.store.Database;
import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Protected;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the press to the closing code, on a real database and a clock that stands. */
class OneAlarmTest {

    private final TestClock clock = new TestClock();
    private Database database;
    private Database.Address address;
    private Dispatcher dispatcher;
    private TestTown town;
    private Resident qimuge;
    private Device band;

    @BeforeEach
    void a_town() {
        address = TestDatabase.fresh();
        database = new Database(address);
        dispatcher = over(database);
        town = TestTown.foundedIn(dispatcher);
        qimuge = town.resident("其木格");
        band = town.wristband("wb-0001", qimuge);
    }

    @AfterEach
    void close() {
        database.close();
    }

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
    void K3_an_acceptance_stops_the_asking_and_not_the_clock_to_the_duty_leader() {
        Responder near = town.minutesAway("near", 3);
        town.minutesAway("middle", 6);
        Incident incident = open();

        accept(incident, near);
        passAndFire(Duration.ofSeconds(100));

        assertThat(offers(incident)).hasSize(2);
        assertThat(kinds(incident.id())).contains(EventKind.DUTY_LEADER_TOLD);
        assertThat(find(incident.id()).help()).isInstanceOf(HelpTrack.Coming.class);
    }

    @Test
    void K6_when_nobody_can_be_asked_the_duty_leader_is_told_at_once() {
        Incident incident = open();

        assertThat(kinds(incident.id())).contains(EventKind.NOBODY_TO_ASK, EventKind.DUTY_LEADER_TOLD);
        assertThat(find(incident.id()).milestones().escalatedAt()).isPresent();
    }

    @Test
    void K9_two_hundred_racing_acceptances_have_one_holder_and_the_others_know_who() throws Exception {
        for (int i = 0; i < 8; i++) {
            town.minutesAway("racer " + i, 2 + i);
        }
        for (int round = 0; round < 25; round++) {
            Incident incident = open();
            clock.pass(Duration.ofSeconds(61));
            fireDue();
            List<Answer> answers = race(offers(incident));

            assertThat(answers).filteredOn(Answer.Done.class::isInstance).hasSize(1);
            HelpTrack.Coming coming = (HelpTrack.Coming) find(incident.id()).help();
            assertThat(answers).filteredOn(Answer.Refused.class::isInstance)
                    .hasSize(7)
                    .containsOnly(new Answer.Refused(new Refusal.AlreadyTaken(coming.responder())));
            finish(incident, coming);
        }
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
    void a_refusal_is_replaced_at_once() {
        Responder near = town.minutesAway("near", 3);
        town.minutesAway("second", 4);
        town.minutesAway("third", 5);
        Responder fourth = town.minutesAway("fourth", 6);
        Incident incident = open();

        dispatcher.incidents().help().decline(offerOf(incident, near).id(), near.id(), "busy-with-resident");

        assertThat(offers(incident)).extracting(Offer::responder).contains(fourth.id());
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
    void D2_who_has_arrived_stays_until_it_is_done() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        accept(incident, near);
        step(incident, near, Step.ARRIVED, Optional.empty());

        Answer givenBack = step(incident, near, Step.GIVEN_BACK, Optional.of("另有任务"));

        assertThat(givenBack).isInstanceOf(Answer.Refused.class);
        assertThat(find(incident.id()).help()).isEqualTo(new HelpTrack.OnScene(near.id()));
    }

    @Test
    void an_acceptance_sent_again_later_changes_nothing() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        accept(incident, near);
        step(incident, near, Step.ARRIVED, Optional.empty());
        step(incident, near, Step.DONE, Optional.of("无碍"));

        assertThat(accept(incident, near)).isEqualTo(new Answer.Done());
        assertThat(find(incident.id()).help()).isEqualTo(new HelpTrack.Done(near.id()));
    }

    @Test
    void somebody_else_can_be_sent_after_the_first_is_done() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);
        accept(incident, near);
        step(incident, near, Step.ARRIVED, Optional.empty());
        step(incident, near, Step.DONE, Optional.of("需要再去一人"));
        Responder second = town.minutesAway("second", 5);

        assertThat(dispatcher.incidents().desk().dispatch(incident.id(), operator, second.id()))
                .isEqualTo(new Answer.Done());

        assertThat(accept(incident, second)).isEqualTo(new Answer.Done());
        assertThat(find(incident.id()).help()).isInstanceOf(HelpTrack.Coming.class);
    }

    @Test
    void an_errand_given_back_is_offered_to_others() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        accept(incident, near);
        Responder other = town.minutesAway("other", 4);

        step(incident, near, Step.GIVEN_BACK, Optional.of("车坏了"));

        assertThat(find(incident.id()).help()).isEqualTo(new HelpTrack.Asking());
        assertThat(offerOf(incident, other).state()).isEqualTo(OfferState.SENT);
        assertThat(accept(incident, other)).isEqualTo(new Answer.Done());
    }

    @Test
    void who_was_told_that_somebody_else_goes_is_asked_again_when_that_somebody_gives_back() {
        Responder near = town.minutesAway("near", 3);
        Responder second = town.minutesAway("second", 4);
        Incident incident = open();
        accept(incident, near);
        assertThat(offerOf(incident, second).state()).isEqualTo(OfferState.SUPERSEDED);

        step(incident, near, Step.GIVEN_BACK, Optional.of("车坏了"));

        assertThat(offers(incident)).anyMatch(
                offer -> offer.responder().equals(second.id()) && offer.state() == OfferState.SENT);
        assertThat(offers(incident)).noneMatch(
                offer -> offer.responder().equals(near.id()) && offer.state() == OfferState.SENT);
    }

    @Test
    void nobody_goes_on_two_errands_at_once() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        Device other = town.wristband("wb-0002", town.resident("王秀兰"));
        Incident second = find(dispatcher.incidents().incidents().raise(town.press(other)).incident());

        assertThat(accept(incident, near)).isEqualTo(new Answer.Done());

        assertThat(accept(second, near)).isInstanceOf(Answer.Refused.class);
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
    void a_keeper_who_writes_nothing_does_not_keep_an_incident_in_silence() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        dispatcher.incidents().desk().take(incident.id(), town.operator());
        accept(incident, near);

        passAndFire(Duration.ofMinutes(2));
        assertThat(whys(incident)).doesNotContain("keeper-silent");
        passAndFire(Duration.ofMinutes(2));
        passAndFire(Duration.ofMinutes(2));

        assertThat(whys(incident)).contains("keeper-silent");
    }

    @Test
    void who_accepts_one_errand_declines_the_others_so_that_somebody_else_is_asked() {
        Responder near = town.minutesAway("near", 3);
        Incident first = open();
        Device other = town.wristband("wb-0002", town.resident("王秀兰"));
        Incident second = find(dispatcher.incidents().incidents().raise(town.press(other)).incident());
        Responder late = town.minutesAway("late", 8);

        accept(first, near);

        assertThat(offerOf(second, near).state()).isEqualTo(OfferState.DECLINED);
        assertThat(offerOf(second, late).state()).isEqualTo(OfferState.SENT);
    }

    @Test
    void K8_who_went_off_duty_cannot_accept_any_more() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        dispatcher.responders().setDuty(near.id(), Duty.OFF, clock.instant());

        assertThat(accept(incident, near)).isEqualTo(new Answer.Refused(new Refusal.OffDuty()));
    }

    @Test
    void a_call_to_somebody_who_is_no_contact_of_the_resident_is_no_evidence() {
        Incident incident = open();
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);

        assertThat(dispatcher.incidents().desk().called(incident.id(), operator, dispatcher.ids().next(),
                ContactResult.ANSWERED_SAFE)).isEqualTo(new Answer.Refused(new Refusal.NotFound()));
    }

    @Test
    void asking_somebody_unsuitable_after_the_first_is_done_changes_nothing() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);
        accept(incident, near);
        step(incident, near, Step.ARRIVED, Optional.empty());
        step(incident, near, Step.DONE, Optional.of("无碍"));
        Responder away = town.minutesAway("away", 5);
        dispatcher.responders().setDuty(away.id(), Duty.OFF, clock.instant());

        assertThat(dispatcher.incidents().desk().dispatch(incident.id(), operator, away.id()))
                .isEqualTo(new Answer.Refused(new Refusal.NotSuitable()));

        assertThat(Verification.of(dispatcher.sql(), Optional.empty(), clock.instant()).holds()).isTrue();
    }

    @Test
    void D3_a_call_for_life_cannot_be_closed_without_a_call_or_a_visit() {
        Incident incident = open();
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);

        assertThat(close(incident, operator, Cause.CARE_NEED, Action.ADVICE))
                .isEqualTo(new Answer.Refused(new Refusal.NoEvidence("life-needs-a-call-or-a-visit")));
        dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.NO_ANSWER);
        assertThat(close(incident, operator, Cause.ACCIDENTAL_PRESS, Action.NONE))
                .isEqualTo(new Answer.Refused(
                        new Refusal.NoEvidence("accidental-needs-a-voice-or-somebody-at-the-door")));
        dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.ANSWERED_SAFE);
        assertThat(close(incident, operator, Cause.ACCIDENTAL_PRESS, Action.VOICE_ONLY))
                .isEqualTo(new Answer.Done());
    }

    @Test
    void D1_an_incident_has_one_keeper_and_the_second_is_told_who() {
        Incident incident = open();
        Staff first = town.operator();
        Staff second = town.operator();

        assertThat(dispatcher.incidents().desk().take(incident.id(), first)).isEqualTo(new Answer.Done());
        assertThat(dispatcher.incidents().desk().take(incident.id(), second))
                .isEqualTo(new Answer.Refused(new Refusal.AlreadyKept(first.id())));
        assertThat(close(incident, second, Cause.CARE_NEED, Action.ADVICE))
                .isEqualTo(new Answer.Refused(new Refusal.NotTheKeeper()));
    }

    @Test
    void nobody_acts_for_another_organisation() {
        Incident incident = open();
        Staff stranger = new Staff(new StaffId(dispatcher.ids().next()),
                new anxin.dispatcher.store.Jurisdiction(dispatcher.ids().next(), "150627100"));

        assertThat(dispatcher.incidents().desk().take(incident.id(), stranger))
                .isEqualTo(new Answer.Refused(new Refusal.NotFound()));
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

    @Test
    void nobody_took_it_in_thirty_seconds_and_the_duty_leader_is_told() {
        Responder near = town.minutesAway("near", 3);
        Incident incident = open();
        accept(incident, near);
        dispatcher.incidents().desk().displayed(incident.id(), town.operator());

        passAndFire(Duration.ofSeconds(31));

        assertThat(find(incident.id()).milestones().escalatedAt()).isPresent();
    }

    private Dispatcher over(Database some) {
        return Dispatcher.over(some.pool("test", 8), clock, new Ids(clock, new SecureRandom()), TestTown.ZONE,
                () -> {});
    }

    private Incident open() {
        return find(dispatcher.incidents().incidents().raise(town.press(band)).incident());
    }

    private Incident find(IncidentId id) {
        return dispatcher.incidents().store().find(id).orElseThrow();
    }

    private List<Offer> offers(Incident incident) {
        return dispatcher.offers().ofErrand(incident.errand());
    }

    private Offer offerOf(Incident incident, Responder responder) {
        return offers(incident).stream().filter(offer -> offer.responder().equals(responder.id())).findFirst()
                .orElseThrow();
    }

    private Answer accept(Incident incident, Responder responder) {
        return dispatcher.incidents().help().accept(offerOf(incident, responder).id(), responder.id());
    }

    private Answer step(Incident incident, Responder responder, Step step, Optional<String> note) {
        return dispatcher.incidents().help().step(offerOf(incident, responder).id(), responder.id(),
                new Help.StepReport(step, note, Optional.empty()));
    }

    private Answer close(Incident incident, Staff by, Cause cause, Action action) {
        return dispatcher.incidents().desk().close(incident.id(), by,
                new Closing(cause, action, new Protected("已核实")));
    }

    private void finish(Incident incident, HelpTrack.Coming coming) {
        Offer task = offers(incident).stream().filter(offer -> offer.state() == OfferState.ACCEPTED)
                .findFirst()
                .orElseThrow();
        Help help = dispatcher.incidents().help();
        help.step(task.id(), coming.responder(),
                new Help.StepReport(Step.ARRIVED, Optional.empty(), Optional.empty()));
        help.step(task.id(), coming.responder(),
                new Help.StepReport(Step.DONE, Optional.of("好"), Optional.empty()));
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);
        assertThat(close(incident, operator, Cause.CARE_NEED, Action.OWN_RESPONDER))
                .isEqualTo(new Answer.Done());
    }

    private List<Answer> race(List<Offer> offers) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Answer>> racing = new ArrayList<>();
            for (Offer offer : offers) {
                racing.add(threads.submit(() -> {
                    start.await();
                    return dispatcher.incidents().help().accept(offer.id(), offer.responder());
                }));
            }
            start.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : racing) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private void passAndFire(Duration time) {
        clock.pass(time);
        fireDue();
    }

    private void fireDue() {
        fireDue(dispatcher);
    }

    private void fireDue(Dispatcher by) {
        List<Deadline> due = by.deadlines().due(clock.instant(), 1_000);
        due.forEach(by::fire);
    }

    private Alarm alarm(AlarmType type, boolean exercise) {
        Alarm press = town.press(band);
        return new Alarm(press.jurisdiction(), press.resident(), press.device(), type, press.receipt(),
                press.deviceTime(), press.receivedAt(), press.ageBand(), exercise);
    }

    private List<String> whys(Incident incident) {
        return dispatcher.incidents().store().file(incident.id()).stream()
                .filter(event -> event.kind() == EventKind.DUTY_LEADER_TOLD)
                .map(Event::body)
                .map(body -> body.replaceAll(".*\"why\":\"([a-z-]+)\".*", "$1"))
                .toList();
    }

    private List<String> pendingKinds(Incident incident) {
        return dispatcher.sql().list("SELECT kind FROM deadline WHERE subject = ? AND state = 'pending'",
                row -> row.text("kind"), incident.id());
    }

    private List<EventKind> kinds(IncidentId id) {
        return dispatcher.incidents().store().file(id).stream().map(Event::kind).toList();
    }

    private Optional<Integer> brokenLink(IncidentId id) {
        byte[] before = Event.NOTHING_BEFORE;
        for (Event event : dispatcher.incidents().store().file(id)) {
            if (!event.follows(before)) {
                return Optional.of(event.seq());
            }
            before = Arrays.copyOf(event.hash(), event.hash().length);
        }
        return Optional.empty();
    }
}
