package anxin.gateway.door;

import anxin.dispatcher.message.Message;
import anxin.dispatcher.message.Receipt;
import anxin.dispatcher.shell.Work;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of one connection, stored one after the other in the order they came. When the store is out of reach the
 * first one waits and is tried again; nothing behind it is stored or acknowledged before. Lives on one event loop.
 */
final class Line {

    /** @param packet the MQTT packet id to acknowledge */
    record Waiting(Message message, int packet) {}

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 2_000;

    private final Vertx vertx;
    private final Work.Lane lane;
    private final Function<Message, Receipt> take;
    private final BiConsumer<Waiting, Receipt> stored;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean busy;
    private boolean stopped;
    private long pause = FIRST_PAUSE_MS;

    Line(Vertx vertx, Work.Lane lane, Function<Message, Receipt> take, BiConsumer<Waiting, Receipt> stored) {
        this.vertx = vertx;
        this.lane = lane;
        this.take = take;
        this.stored = stored;
    }

    int length() {
        return waiting.size();
    }

    void add(Waiting message) {
        waiting.add(message);
        next();
    }

    void stop() {
        stopped = true;
        waiting.clear();
    }

    private void next() {
        Waiting first = waiting.peek();
        if (busy || stopped || first == null) {
            return;
        }
        busy = true;
        lane.run(() -> take.apply(first.message())).onComplete(answer -> {
            busy = false;
            if (answer.failed()) {
                retryLater(answer.cause());
                return;
            }
            pause = FIRST_PAUSE_MS;
            waiting.poll();
            stored.accept(first, answer.result());
            next();
        });
    }

    private void retryLater(Throwable fault) {
        LOG.warn("{} message(s) wait unacknowledged, tried again in {} ms: {}", waiting.size(), pause,
                fault.getMessage());
        vertx.setTimer(pause, timer -> next());
        pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
    }
}
