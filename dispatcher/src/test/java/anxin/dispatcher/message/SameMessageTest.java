package anxin.dispatcher.message;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.TestClock;
import anxin.dispatcher.TestDatabase;
import anxin.dispatcher.TestTown;
import anxin.dispatcher.device.Device;
import anxin.dispatcher.store.Database;
import anxin.dispatcher.store.Ids;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When two deliveries are one message, and when they only look like one. */
class SameMessageTest {

    private final TestClock clock = new TestClock();
    private Database database;
    private Dispatcher dispatcher;
    private Device band;

    @BeforeEach
    void a_town() {
        database = new Database(TestDatabase.fresh());
        dispatcher = Dispatcher.over(database.pool("test", 2), clock, new Ids(clock, new SecureRandom()),
                TestTown.ZONE, () -> {});
        TestTown town = TestTown.foundedIn(dispatcher);
        band = town.wristband("wb-0001", town.resident("其木格"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_same_number_again_is_the_same_message_even_with_a_new_time_in_it() {
        Receipt first = receive("sos", 1, "11:02");
        clock.pass(Duration.ofSeconds(30));

        assertThat(receive("sos", 1, "11:03"))
                .isEqualTo(new Receipt.AlreadyKnown(first.id(), first.incident()));
    }

    @Test
    void the_same_bytes_are_the_same_message_however_late() {
        receive("sos", 1, "11:02");
        clock.pass(Duration.ofHours(5));

        assertThat(receive("sos", 1, "11:02")).isInstanceOf(Receipt.AlreadyKnown.class);
    }

    @Test
    void a_counter_that_began_again_hours_later_is_another_press() {
        receive("sos", 1, "11:02");
        clock.pass(Duration.ofHours(5));

        assertThat(receive("sos", 1, "16:02")).isInstanceOf(Receipt.Stored.class);
        assertThat(receive("sos", 1, "16:02")).isInstanceOf(Receipt.AlreadyKnown.class);
    }

    @Test
    void one_number_under_two_topics_is_two_messages() {
        receive("vitals", 1, "11:02");

        assertThat(receive("sos", 1, "11:02")).isInstanceOf(Receipt.Stored.class);
    }

    private Receipt receive(String kind, int number, String content) {
        Message message = new Message(band, band.topic() + "/evt/" + kind,
                content.getBytes(StandardCharsets.UTF_8), 1,
                false, clock.instant());
        return dispatcher.messages().receive(message, new Reading.Understood(band,
                new MessageKey.Numbered("7f3a:" + number), List.of(Signal.press(kind)), Optional.empty(),
                Optional.empty(), false));
    }
}
