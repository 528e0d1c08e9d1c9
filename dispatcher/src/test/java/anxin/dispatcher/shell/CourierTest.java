package anxin.dispatcher.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anxin.dispatcher.notification.Carrier;
import anxin.dispatcher.notification.Channel;
import anxin.dispatcher.notification.LocalSink;
import anxin.dispatcher.notification.Notification;
import anxin.dispatcher.notification.NotificationState;
import anxin.dispatcher.notification.Post;
import anxin.dispatcher.notification.SignedHttp;
import anxin.dispatcher.notification.Template;
import anxin.dispatcher.notification.TestProvider;
import anxin.dispatcher.notification.TestProvider.Says;
import anxin.dispatcher.store.Database;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Messages that leave the building, over a real wire. */
class CourierTest {

    private final Post post = new Post();
    private final TestProvider provider = new TestProvider();
    private final SignedHttp http = new SignedHttp(provider.provider(Template.STANDARD), post.clock);

    @BeforeEach
    void quiet() {
        ((Logger) LoggerFactory.getLogger(Courier.class)).setLevel(Level.OFF);
    }

    @AfterEach
    void close() {
        http.close();
        provider.close();
        post.close();
    }

    @Test
    void without_a_provider_everything_can_be_read_in_the_house() {
        post.plan(1);
        try (Courier _ = courier(new LocalSink(post.dispatcher.sql()))) {
            await().until(() -> post.message().state() == NotificationState.DELIVERED);
        }

        assertThat(post.shelf()).hasSize(1).first().asString().startsWith("13700000001 【12349】其木格");
        assertThat(post.message().adapter()).contains("local-sink");
        assertThat(post.toldDesk()).isEqualTo(1);
        assertThat(post.verified()).doesNotContain("BROKEN");
    }

    @Test
    void a_fault_is_tried_again_after_two_and_four_seconds_under_the_same_key() {
        provider.answers(new Says(500, ""), new Says(503, ""));
        post.plan(1);
        try (Courier courier = courier(http)) {
            await().until(() -> post.message().state() == NotificationState.PLANNED
                    && post.message().attempts() == 1);
            post.clock.pass(Duration.ofMillis(1_900));
            courier.nudge();
            await().during(Duration.ofMillis(300)).until(() -> provider.heard().size() == 1);
            later(courier, Duration.ofMillis(100), 2);
            later(courier, Duration.ofSeconds(4), 3);
            await().until(() -> post.message().state() == NotificationState.SENT);
        }

        assertThat(provider.heard()).extracting(TestProvider.Heard::key).containsOnly(post.message().key())
                .hasSize(3);
        assertThat(post.message().fault()).isEmpty();
        assertThat(post.verified()).doesNotContain("BROKEN");
    }

    @Test
    void what_a_provider_refuses_fails_at_once_and_the_desk_is_told() {
        provider.otherwise(400, "");
        post.plan(1);
        try (Courier _ = courier(http)) {
            await().until(() -> post.message().state() == NotificationState.FAILED);
        }

        assertThat(post.message().fault()).contains("HTTP 400");
        assertThat(post.message().attempts()).isEqualTo(1);
        assertThat(post.toldDesk()).isEqualTo(1);
    }

    @Test
    void the_sixth_fault_is_the_last() {
        provider.otherwise(500, "");
        post.plan(1);
        try (Courier courier = courier(http)) {
            later(courier, Duration.ZERO, 1);
            for (int attempt = 2; attempt <= 6; attempt++) {
                later(courier, Duration.ofSeconds(1L << (attempt - 1)), attempt);
            }
            await().until(() -> post.message().state() == NotificationState.FAILED);
        }
        assertThat(provider.heard()).hasSize(6);
    }

    @Test
    void F29_a_provider_that_is_down_opens_the_circuit_the_desk_is_told_and_one_message_finds_out() {
        provider.otherwise(500, "");
        for (int round = 0; round < 5; round++) {
            post.plan(round);
        }
        try (Courier courier = courier(http)) {
            await().until(() -> provider.heard().size() == 5);
            int told = post.toldDesk();
            post.plan(5);
            courier.nudge();
            await().untilAsserted(() -> assertThat(post.messages()).filteredOn(last -> last.attempts() == 0)
                    .extracting(Notification::fault).first().asString().contains("out of reach"));
            assertThat(post.toldDesk()).isGreaterThan(told);
            assertThat(provider.heard()).as("nothing is sent while it is open").hasSize(5);

            later(courier, Duration.ofSeconds(21), 6);
            await().during(Duration.ofMillis(1_200)).until(() -> provider.heard().size() == 6);
            provider.otherwise(200, "");
            post.clock.pass(Duration.ofSeconds(21));
            courier.nudge();
            await().untilAsserted(() -> assertThat(post.messages())
                    .allMatch(message -> message.state() == NotificationState.SENT));
        }
    }

    @Test
    void F29_what_waits_two_minutes_for_a_dead_provider_fails_visibly() {
        provider.otherwise(500, "");
        for (int round = 0; round < 5; round++) {
            post.plan(round);
        }
        try (Courier courier = courier(http)) {
            await().until(() -> provider.heard().size() == 5);
            post.clock.pass(Duration.ofSeconds(121));
            courier.nudge();
            await().untilAsserted(() -> assertThat(post.messages())
                    .allMatch(message -> message.state() == NotificationState.FAILED));
        }
    }

    @Test
    void two_couriers_on_one_database_send_each_message_once() {
        for (int round = 0; round < 40; round++) {
            post.plan(round);
        }
        try (Database other = new Database(post.address);
                SignedHttp second = new SignedHttp(provider.provider(Template.STANDARD), post.clock);
                Courier _ = courier(http);
                Courier _ = new Courier(post.over(other).outbox(), Map.of(Channel.SMS, second), post.clock)) {
            await().untilAsserted(() -> assertThat(post.messages())
                    .allMatch(message -> message.state() == NotificationState.SENT));
        }

        assertThat(provider.heard()).hasSize(40).extracting(TestProvider.Heard::key).doesNotHaveDuplicates();
    }

    private Courier courier(Carrier carrier) {
        return new Courier(post.dispatcher.outbox(), Map.of(Channel.SMS, carrier), post.clock);
    }

    private void later(Courier courier, Duration time, int heard) {
        post.clock.pass(time);
        courier.nudge();
        await().until(() -> provider.heard().size() == heard);
        await().until(() -> post.messages().stream()
                .noneMatch(message -> message.state() == NotificationState.SENDING));
    }
}
