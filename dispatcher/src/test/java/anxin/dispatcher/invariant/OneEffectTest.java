package anxin.dispatcher.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.notification.Carried;
import anxin.dispatcher.notification.Channel;
import anxin.dispatcher.notification.LocalSink;
import anxin.dispatcher.notification.Notification;
import anxin.dispatcher.notification.Outbox;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A press writes to the first contact; what the store says about it is broken by hand, and found. */
class OneEffectTest {

    private final VerifiedTown town = new VerifiedTown();
    private String key = "";

    @BeforeEach
    void a_message_on_the_shelf() {
        town.pressed(1);
        List<Notification> sent = delivered();
        assertThat(sent).hasSize(1);
        key = sent.getFirst().key();
        assertThat(town.finding("I6-EFFECT").figures())
                .isEqualTo("messages out 1, superseded 0, failed 0");
        assertThat(town.finding("I6-EFFECT").violations()).isEmpty();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void I6_a_second_message_of_one_key_is_found() {
        town.helped(2);
        town.pressed(3);
        delivered();
        town.corrupted("ALTER TABLE notification DROP CONSTRAINT notification_key_key");
        town.corrupted("UPDATE notification SET key = ? WHERE state = 'delivered'", key);

        assertThat(town.finding("I6-EFFECT").violations())
                .anyMatch(violation -> violation.startsWith("key " + key + " went out "))
                .anyMatch(violation -> violation.startsWith("key " + key + " lies on the shelf "));
    }

    @Test
    void I6_a_message_that_went_out_after_it_was_superseded_is_found() {
        town.corrupted("UPDATE notification SET state = 'superseded'");

        assertThat(town.finding("I6-EFFECT").violations())
                .containsExactly("key " + key + " was superseded and went out");
    }

    @Test
    void I6_a_shelf_that_disagrees_is_found() {
        town.corrupted("UPDATE notification SET state = 'failed'");
        assertThat(town.finding("I6-EFFECT").violations())
                .containsExactly("key " + key + " lies on the shelf and is failed");

        town.corrupted("UPDATE notification SET state = 'delivered'");
        town.corrupted("DELETE FROM local_message");
        assertThat(town.finding("I6-EFFECT").violations())
                .containsExactly("key " + key + " is delivered and not on the shelf");
    }

    private List<Notification> delivered() {
        Outbox outbox = town.dispatcher.outbox();
        LocalSink sink = new LocalSink(town.dispatcher.sql());
        List<Notification> claimed = outbox.claim(Channel.SMS, 10);
        claimed.forEach(message -> outbox.settle(message, sink, new Carried.Delivered()));
        return claimed;
    }
}
