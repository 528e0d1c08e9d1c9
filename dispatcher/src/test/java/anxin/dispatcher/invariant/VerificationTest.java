package anxin.dispatcher.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.dispatcher.incident.IncidentId;
import anxin.dispatcher.notification.Carried;
import anxin.dispatcher.notification.Channel;
import anxin.dispatcher.notification.LocalSink;
import anxin.dispatcher.notification.Outbox;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.responder.Responder;
import anxin.dispatcher.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private final VerifiedTown town = new VerifiedTown();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void an_empty_store_keeps_every_promise() {
        assertThat(town.verified().holds()).isTrue();
    }

    @Test
    void an_ordinary_day_keeps_every_promise() {
        town.helped(1);
        town.pass(Duration.ofMinutes(20));
        town.pressed(2);
        town.event(town.band, 3, "sos");
        town.event(town.button, 1, "sos");
        town.unreadable(town.band);
        town.pass(Duration.ofSeconds(6));
        town.fireDue();

        assertThat(town.verified().table()).doesNotContain("BROKEN");
        assertThat(town.verified().findings()).extracting(Finding::id).containsExactly("CONSERVATION", "I1",
                "I2",
                "I3", "I4", "I5", "I6", "I6-EFFECT", "I7", "O1", "O2", "O3", "W1", "I7-ORDER");
    }

    @Test
    void whatever_people_do_in_whatever_order_keeps_every_promise() {
        Random chance = new Random(20_261_121);
        List<Responder> helpers = new ArrayList<>(List.of(town.naren, town.people.minutesAway("Batu", 6)));
        List<IncidentId> incidents = new ArrayList<>(List.of(town.pressed(1_000)));
        for (int seq = 0; seq < 600; seq++) {
            IncidentId incident = incidents.getLast();
            Responder helper = helpers.get(chance.nextInt(helpers.size()));
            switch (chance.nextInt(18)) {
                case 0 -> incidents.add(town.pressed(seq));
                case 1 -> town.event(town.button, seq, "sos", "fall");
                case 2 -> town.event(town.band, seq, "water_leak", "low_battery");
                case 3 -> town.telemetry(town.band, seq);
                case 4 -> town.displayed(incident);
                case 5 -> town.taken(incident);
                case 6 -> town.dispatcher.incidents().desk().release(incident, town.operator, "换班");
                case 7 -> town.called(incident);
                case 8 -> town.closed(incident);
                case 9 -> town.accepted(incident, helper);
                case 10 -> town.step(incident, helper, Step.ON_THE_WAY);
                case 11 -> town.step(incident, helper, Step.ARRIVED);
                case 12 -> town.step(incident, helper, Step.DONE);
                case 13 -> town.step(incident, helper, Step.GIVEN_BACK);
                case 14 -> town.dispatcher.incidents().desk().dispatch(incident, town.operator, helper.id());
                case 15 -> town.dispatcher.incidents().desk().standDown(incident, town.operator, "有人在");
                case 16 -> delivered();
                default -> {
                    town.pass(Duration.ofSeconds(chance.nextInt(40)));
                    town.fireDue();
                }
            }
        }

        assertThat(town.verified().table()).doesNotContain("BROKEN");
    }

    @Test
    void the_table_is_aligned_names_what_is_broken_and_is_plain_ascii() {
        Verification verification = new Verification(List.of(
                new Finding("I1", "none lost", Verdict.NOT_YET, "needs a ledger", List.of()),
                new Finding("I3", "none doubled at all", Verdict.BROKEN, "open 2",
                        List.of("incident 阿\u001b[2J")),
                new Finding("CONSERVATION", "one bin", Verdict.HOLDS, "received 3", List.of())));

        assertThat(verification.table()).isEqualTo("""
                I1            NOT YET  none lost            needs a ledger
                I3            BROKEN   none doubled at all  open 2
                    ! incident ??[2J
                CONSERVATION  HOLDS    one bin              received 3
                """);
        assertThat(verification.holds()).isFalse();
    }

    @Test
    void at_most_twenty_violations_are_named_and_all_are_counted() {
        IntStream.range(0, 23).forEach(seq -> town.telemetry(town.band, seq));
        town.corrupted("UPDATE receipt SET bin = 'new-incident'");

        List<String> violations = town.finding("CONSERVATION").violations();

        // One imbalance, and each receipt both without evidence and without an incident.
        assertThat(violations).hasSize(21).last().isEqualTo("... and 27 more");
    }

    @Test
    void verifying_cannot_write() {
        InvariantStore store = new InvariantStore(town.dispatcher.sql());

        assertThatThrownBy(() -> store.inSnapshot(() -> town.corrupted("UPDATE receipt SET bin = 'state'")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void all_questions_see_the_store_at_one_moment() throws Exception {
        InvariantStore store = new InvariantStore(town.dispatcher.sql());
        town.pressed(1);

        long openAtTheEnd = store.inSnapshot(() -> {
            store.openIncidents();
            inAnotherThread(() -> town.event(town.band, 2, "fall"));
            return store.openIncidents();
        });

        assertThat(openAtTheEnd).isEqualTo(1);
        assertThat(store.openIncidents()).isEqualTo(2);
    }

    private void delivered() {
        Outbox outbox = town.dispatcher.outbox();
        LocalSink sink = new LocalSink(town.dispatcher.sql());
        outbox.claim(Channel.SMS, 3)
                .forEach(message -> outbox.settle(message, sink, new Carried.Delivered()));
    }

    private static void inAnotherThread(Runnable work) {
        Thread thread = Thread.ofPlatform().start(work);
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
