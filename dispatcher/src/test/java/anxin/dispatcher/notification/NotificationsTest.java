package anxin.dispatcher.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.dispatcher.store.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Planning, taking back and settling: one key, one visible effect. */
class NotificationsTest {

    private final Post post = new Post();
    private final Outbox outbox = post.dispatcher.outbox();
    private final LocalSink sink = new LocalSink(post.dispatcher.sql());

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void the_same_letter_again_changes_nothing_and_another_round_is_another_message() {
        assertThat(post.plan(1)).isTrue();
        assertThat(post.plan(1)).isFalse();
        assertThat(post.plan(2)).isTrue();

        assertThat(post.messages()).extracting(Notification::key).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void a_message_names_who_and_when_and_whom_to_call() {
        post.plan(1);

        assertThat(post.message().body().reveal())
                .isEqualTo("【12349】其木格于19:12呼叫求助，暂无人应答。请尽快联系或前往查看，并致电12349。");
        assertThat(post.message().toString()).doesNotContain("其木格").doesNotContain("13700000001");
    }

    @Test
    void a_missing_word_is_a_fault() {
        assertThatThrownBy(() -> Texts.of(What.VISIT_LATE, Map.of("name", "其木格", "time", "12:00")))
                .hasMessageContaining("VISIT_LATE").hasMessageContaining("'service'");
    }

    @Test
    void what_was_superseded_is_never_sent() {
        post.plan(1);
        assertThat(post.dispatcher.notifications().supersede(post.subject, "accepted")).isZero();
        assertThat(post.dispatcher.notifications().supersede(post.subject, "safe")).isEqualTo(1);

        assertThat(outbox.claim(Channel.SMS, 8)).isEmpty();
        assertThat(post.message().state()).isEqualTo(NotificationState.SUPERSEDED);
    }

    @Test
    void what_was_on_the_wire_when_it_was_superseded_stays_sent() {
        post.plan(1);
        Notification claimed = outbox.claim(Channel.SMS, 8).getFirst();
        post.dispatcher.notifications().supersede(post.subject, "safe");

        outbox.settle(claimed, sink, new Carried.Sent());

        assertThat(post.message().state()).isEqualTo(NotificationState.SENT);
        assertThat(post.verified()).doesNotContain("BROKEN");
    }

    @Test
    void what_failed_on_the_wire_after_it_was_superseded_is_not_tried_again() {
        post.plan(1);
        Notification claimed = outbox.claim(Channel.SMS, 8).getFirst();
        post.dispatcher.notifications().supersede(post.subject, "safe");

        outbox.settle(claimed, sink, new Carried.Failed("HTTP 500"));

        assertThat(post.message().state()).isEqualTo(NotificationState.SUPERSEDED);
        post.clock.pass(Duration.ofMinutes(1));
        assertThat(outbox.claim(Channel.SMS, 8)).isEmpty();
    }

    @Test
    void what_a_dead_sender_had_when_it_was_superseded_is_not_taken_up() {
        post.plan(1);
        outbox.claim(Channel.SMS, 8);
        post.dispatcher.notifications().supersede(post.subject, "safe");
        post.clock.pass(Duration.ofSeconds(31));

        assertThat(outbox.claim(Channel.SMS, 8)).isEmpty();
        assertThat(post.message().state()).isEqualTo(NotificationState.SUPERSEDED);
    }

    @Test
    void a_crash_between_sending_and_writing_it_down_sends_the_same_key_again() {
        post.plan(1);
        Notification before = outbox.claim(Channel.SMS, 8).getFirst();
        assertThat(outbox.claim(Channel.SMS, 8)).isEmpty();
        post.clock.pass(Duration.ofSeconds(31));

        Notification after = outbox.claim(Channel.SMS, 8).getFirst();

        assertThat(after.key()).isEqualTo(before.key());
        assertThat(after.attempts()).isEqualTo(2);
        outbox.settle(before, sink, new Carried.Delivered());
        assertThat(post.shelf()).as("who lost the lease writes nothing").isEmpty();
        outbox.settle(after, sink, new Carried.Delivered());
        outbox.settle(after, sink, new Carried.Delivered());
        assertThat(post.shelf()).hasSize(1);
        assertThat(post.verified()).doesNotContain("BROKEN");
    }

    @Test
    void two_senders_never_have_the_same_message() throws Exception {
        for (int round = 0; round < 60; round++) {
            post.plan(round);
        }
        try (Database other = new Database(post.address);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Outbox> both = List.of(outbox, post.over(other).outbox());
            List<Callable<List<Notification>>> claims = new ArrayList<>(
                    Collections.nCopies(15, () -> both.get(0).claim(Channel.SMS, 3)));
            claims.addAll(Collections.nCopies(15, () -> both.get(1).claim(Channel.SMS, 3)));
            List<String> keys = new ArrayList<>();
            for (Future<List<Notification>> claim : threads.invokeAll(claims)) {
                claim.get().forEach(message -> keys.add(message.key()));
            }

            assertThat(keys).doesNotHaveDuplicates().hasSize(60);
        }
    }

    @Test
    void K11_planning_superseding_and_sending_end_alike_in_every_order() {
        Runnable again = () -> post.plan(1);
        Runnable supersede = () -> post.dispatcher.notifications().supersede(post.subject, "safe");
        for (List<Runnable> order : List.of(List.of(again, supersede), List.of(supersede, again),
                List.of(supersede, supersede, again))) {
            post.plan(1);
            order.forEach(Runnable::run);

            assertThat(post.message().state()).isEqualTo(NotificationState.SUPERSEDED);
            assertThat(outbox.claim(Channel.SMS, 8)).isEmpty();
        }
    }
}
