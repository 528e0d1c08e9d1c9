package anxin.dispatcher.incident;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.invariant.Verification;
import anxin.dispatcher.responder.Responder;
import anxin.dispatcher.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The ladders that ship, second by second. */
class LadderTest extends OnTheLadder {

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
    void a_centre_may_choose_another_ladder_for_one_type_of_alarm() {
        dispatcher.sql().update(
                "INSERT INTO ladder_choice (organisation, about, ladder) VALUES (?, 'LIFE', 'welfare')",
                town.jurisdiction().organisation());
        dispatcher.sql()
                .update("INSERT INTO ladder_choice (about, ladder) VALUES ('sos.wristband', 'at-once')");

        assertThat(open().ladder()).contains(new LadderVersion("at-once", 1));
        assertThat(raised(AlarmType.FALL_DETECTED).ladder()).contains(new LadderVersion("welfare", 1));
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
}
