package anxin.dispatcher.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.deadline.Deadline;
import anxin.dispatcher.deadline.DeadlineKind;
import anxin.dispatcher.duty.DutyContact;
import anxin.dispatcher.duty.DutyRole;
import anxin.dispatcher.duty.DutyStore;
import anxin.dispatcher.invariant.Verification;
import anxin.dispatcher.notification.Notification;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferState;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.responder.Responder;
import anxin.dispatcher.store.Database;
import anxin.dispatcher.store.Protected;
import anxin.dispatcher.store.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ladders that ship, second by second, and what stops them. */
class LadderTest extends InTheTown {

    private static final String LIFE = """
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
            540 again
            660 again
            """;

    @BeforeEach
    void everybody_has_a_duty() {
        for (DutyRole role : DutyRole.values()) {
            new DutyStore(dispatcher.sql()).add(new DutyContact(dispatcher.ids().next(), town.jurisdiction(),
                    role, new Protected("值班" + role), new Protected("13600000000")),
                    clock.instant());
        }
    }

    @Test
    void nobody_accepts_a_call_for_life() {
        Incident incident = open();
        Instant start = clock.instant();

        assertThat(climbed(dispatcher, incident, start, 660)).isEqualTo(LIFE);

        assertThat(told(incident)).isEqualTo("""
                0 please-look contact
                0 duty-call duty
                20 please-look contact
                90 duty-call duty
                180 duty-call duty
                180 duty-call duty
                300 duty-call duty
                """);
        assertThat(kinds(incident.id())).contains(EventKind.SERVICE_PROMPT, EventKind.FORCED_ENTRY_DUE);
        assertThat(Verification.of(dispatcher.sql(), Optional.empty(), clock.instant()).table())
                .doesNotContain("BROKEN");
    }

    @Test
    void where_the_ways_are_long_it_climbs_half_as_fast_from_sixty_seconds_on() {
        dispatcher.sql().update("INSERT INTO rural_division VALUES (?, ?)",
                town.jurisdiction().organisation(), town.jurisdiction().division());
        Incident incident = open();
        Instant start = clock.instant();

        assertThat(climbed(dispatcher, incident, start, 990)).isEqualTo("""
                0 three-best
                0 contact-1
                20 contact-2
                90 near-neighbours
                90 within-reach
                135 duty-leader
                135 prompt-120
                270 committee
                270 estate-guard
                450 township
                450 forced-entry
                630 again
                810 again
                990 again
                """);
    }

    @Test
    void fire_is_every_phase_at_once() {
        for (int i = 1; i <= 9; i++) {
            town.minutesAway("person " + i, i);
        }
        Incident incident = raised(AlarmType.SMOKE);
        Instant start = clock.instant();

        assertThat(offers(incident)).hasSize(9);
        assertThat(climbed(dispatcher, incident, start, 240)).isEqualTo("""
                0 three-best
                0 near-neighbours
                0 within-reach
                0 contact-1
                0 contact-2
                0 prompt-119
                0 duty-leader
                0 committee
                0 estate-guard
                0 township
                120 again
                240 again
                """);
    }

    @Test
    void an_unanswered_door_turns_to_the_family_and_asks_nobody_to_go() {
        town.minutesAway("near", 3);
        Alarm door = unanswered(Optional.of(dispatcher.ids().next()));
        Incident incident = find(dispatcher.incidents().incidents().raise(door).incident());
        Instant start = clock.instant();

        assertThat(climbed(dispatcher, incident, start, 2_000)).isEqualTo("""
                0 contact-1
                300 contact-2
                900 duty-leader
                1800 committee
                """);

        assertThat(find(incident.id()).help()).isEqualTo(new HelpTrack.NotAsked());
        assertThat(find(incident.id()).order()).isEqualTo(door.order());
        assertThat(offers(incident)).isEmpty();
        Event first = dispatcher.incidents().store().file(incident.id()).getFirst();
        assertThat(first.actor()).isEqualTo(Actor.SYSTEM);
        assertThat(first.body()).contains("\"order\":\"" + door.order().orElseThrow());
    }

    @Test
    void two_reports_of_one_unanswered_door_are_a_repeat() {
        Raised first = dispatcher.incidents().incidents().raise(unanswered(Optional.empty()));

        assertThat(dispatcher.incidents().incidents().raise(unanswered(Optional.empty())))
                .isEqualTo(new Raised.Repeated(first.incident(), 2));
    }

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
    void a_voice_stops_the_clock_to_120() {
        Incident incident = open();
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);

        dispatcher.incidents().desk().called(incident.id(), operator, null, ContactResult.NEEDS_HELP);

        assertThat(cancelled(incident, "voice")).containsExactly("prompt-120");
        passAndFire(Duration.ofMinutes(4));
        assertThat(kinds(incident.id())).doesNotContain(EventKind.SERVICE_PROMPT);
        assertThat(find(incident.id()).help()).isEqualTo(new HelpTrack.Asking());
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

        assertThat(cancelled(incident, "stood-down")).containsExactly("again");
        climbed(dispatcher, incident, clock.instant(), 100);
        assertThat(kinds(incident.id())).contains(EventKind.STOOD_DOWN, EventKind.SERVICE_PROMPT);
        assertThat(Verification.of(dispatcher.sql(), Optional.empty(), clock.instant()).table())
                .doesNotContain("BROKEN");
    }

    @Test
    void a_newer_ladder_does_not_disturb_who_is_climbing() {
        Incident incident = open();
        Instant start = clock.instant();
        climbed(dispatcher, incident, start, 30);

        dispatcher.sql().update("""
                INSERT INTO ladder_step (ladder, organisation, version, step, after_seconds, who, channel, stop_on)
                VALUES ('life', NULL, 3, 1, 0, 'duty-leader', 'desk', 'closed'),
                       ('life', ?, 2, 1, 0, 'duty-leader', 'desk', 'closed'),
                       ('life', ?, 2, 2, 10, 'township', 'sms', 'closed')
                """, town.jurisdiction().organisation(), town.jurisdiction().organisation());

        assertThat(climbed(dispatcher, incident, start, 660)).isEqualTo(LIFE);
        Incident next = raised(AlarmType.FALL_DETECTED);
        assertThat(climbed(dispatcher, next, clock.instant(), 200)).isEqualTo("""
                0 duty-leader
                10 township
                """);
    }

    @Test
    void a_restart_in_the_middle_of_a_step_goes_on_where_it_was() {
        Incident incident = open();
        Instant start = clock.instant();
        climbed(dispatcher, incident, start, 65);
        database.close();

        try (Database restarted = new Database(address)) {
            Dispatcher after = over(restarted);
            clock.pass(Duration.ofSeconds(40));
            assertThat(climbed(after, incident, start, 660)).isEqualTo(LIFE.replace("90 ", "105 "));
        }
    }

    @Test
    void who_should_be_told_and_is_not_known_is_written_down() {
        dispatcher.sql().update("UPDATE duty_contact SET until = ?", clock.instant());
        dispatcher.sql().update("DELETE FROM resident_contact WHERE rank = 2");
        Incident incident = open();

        climbed(dispatcher, incident, clock.instant(), 300);

        assertThat(dispatcher.incidents().store().file(incident.id()).stream().map(Event::body))
                .filteredOn(body -> body.contains("missing")).containsExactly(
                        "{\"missing\":\"duty-leader\",\"step\":\"nobody-to-ask\"}",
                        "{\"missing\":\"contact-2\",\"step\":\"contact-2\"}",
                        "{\"missing\":\"duty-leader\",\"step\":\"nobody-to-ask\"}",
                        "{\"missing\":\"duty-leader\",\"step\":\"duty-leader\"}",
                        "{\"missing\":\"committee\",\"step\":\"committee\"}",
                        "{\"missing\":\"estate-guard\",\"step\":\"estate-guard\"}",
                        "{\"missing\":\"township\",\"step\":\"township\"}");
    }

    @Test
    void neighbours_within_five_hundred_metres_are_asked_at_sixty_seconds() {
        for (int i = 1; i <= 3; i++) {
            town.minutesAway("caregiver " + i, 2);
        }
        Responder near = town.neighbour("隔壁", 400);
        Responder far = town.neighbour("远邻", 600);
        Incident incident = open();
        dispatcher.sql().update("DELETE FROM deadline WHERE kind = 'widen'");

        climbed(dispatcher, incident, clock.instant(), 60);

        assertThat(offerOf(incident, near).phase()).isEqualTo("near-neighbours");
        assertThat(offerOf(incident, far).phase()).isEqualTo("within-reach");
    }

    @Test
    void K6_nobody_matched_is_a_message_to_a_named_human() {
        Incident incident = open();

        assertThat(kinds(incident.id())).containsSubsequence(EventKind.NOBODY_TO_ASK,
                EventKind.DUTY_LEADER_TOLD, EventKind.NOTIFIED);
        assertThat(told(incident)).contains("0 duty-call duty");
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

    private Incident raised(AlarmType type) {
        return find(dispatcher.incidents().incidents().raise(alarm(type, false)).incident());
    }

    private Alarm unanswered(Optional<UUID> order) {
        return new Alarm(town.jurisdiction(), Optional.of(qimuge.id()), Optional.empty(),
                AlarmType.MEAL_UNANSWERED,
                order, Optional.empty(), Optional.empty(), clock.instant(), AgeBand.LIVE, false);
    }

    /** Lets the clock run second by second and tells which steps were taken when. */
    private String climbed(Dispatcher by, Incident incident, Instant start, int untilSeconds) {
        while (true) {
            for (Deadline due : by.deadlines().due(clock.instant(), 1_000)) {
                by.fire(due);
            }
            if (!clock.instant().isBefore(start.plusSeconds(untilSeconds))) {
                return steps(by, incident, start);
            }
            clock.pass(Duration.ofSeconds(1));
        }
    }

    private static String steps(Dispatcher by, Incident incident, Instant start) {
        List<String> lines = by.sql().list("""
                SELECT d.ended_at, l.who
                  FROM deadline d
                  JOIN incident i ON i.id = d.subject
                  JOIN ladder_step l ON l.step = d.step AND l.version = i.ladder_version
                       AND l.ladder = split_part(i.ladder, '@', 1)
                       AND (l.organisation IS NOT NULL) = (i.ladder LIKE '%@%')
                 WHERE d.subject = ? AND d.kind = ? AND d.state = 'done' AND d.outcome IN ('taken', 'fired')
                 ORDER BY d.ended_at, d.step
                """,
                row -> Duration.between(start, row.instant("ended_at")).toSeconds() + " " + row.text("who")
                        + "\n",
                incident.id(), DeadlineKind.LADDER);
        return String.join("", lines);
    }

    private List<String> cancelled(Incident incident, String why) {
        return dispatcher.sql().list("""
                SELECT l.who
                  FROM deadline d
                  JOIN ladder_step l ON l.step = d.step AND l.version = 2 AND l.ladder = 'life'
                 WHERE d.subject = ? AND d.kind = 'ladder' AND d.state = 'cancelled' AND d.outcome = ?
                 ORDER BY d.step
                """, row -> row.text("who"), incident.id(), why);
    }

    private String told(Incident incident) {
        return dispatcher.notifications().ofSubject(incident.id().uuid()).stream()
                .sorted(Comparator.comparing(Notification::createdAt).thenComparing(Notification::what))
                .map(message -> Duration.between(incident.openedAt(), message.createdAt()).toSeconds() + " "
                        + Word.of(message.what()) + " " + Word.of(message.recipient().kind()) + "\n")
                .collect(Collectors.joining());
    }
}
