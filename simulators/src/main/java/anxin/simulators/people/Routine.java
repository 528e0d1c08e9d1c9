package anxin.simulators.people;

import anxin.simulators.web.LiveStream;
import anxin.simulators.web.Session;
import anxin.simulators.web.WebFault;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * A person's day on one virtual thread: look when the stream nudges and every five seconds, do what is due, and come
 * back after every fault of the server.
 */
final class Routine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Routine.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    // A storm of changes is read four times a second, not once for each change.
    private static final Duration LOOK_AT_MOST_EVERY = Duration.ofMillis(250);
    private static final int FAULTS_BEFORE_WARNING = 5;

    private final String who;
    private final Surroundings around;
    private final Turn turn;
    private final BlockingQueue<Nudge> nudges = new ArrayBlockingQueue<>(1);
    private final Thread thread;
    private final LiveStream stream;
    private Instant lastLook = Instant.EPOCH;
    private Instant nextLook = Instant.EPOCH;
    private int faults;
    private volatile boolean closed;

    private Routine(String who, Session session, Surroundings around, Turn turn) {
        this.who = who;
        this.around = around;
        this.turn = turn;
        thread = Thread.ofVirtual().name(who).unstarted(this::live);
        stream = LiveStream.listen(session, () -> nudges.offer(Nudge.LOOK_AGAIN), around.timer());
    }

    private enum Nudge {
        LOOK_AGAIN
    }

    /** What this person does. Both may fail with a {@link WebFault}; they are simply asked again later. */
    interface Turn {

        /** Reads what the server shows. */
        void look(Instant now);

        /** Does what is due, and says when to ask again at the latest. */
        Instant act(Instant now);
    }

    static Routine begin(String who, Session session, Surroundings around, Turn turn) {
        Routine routine = new Routine(who, session, around, turn);
        routine.thread.start();
        return routine;
    }

    @Override
    public void close() {
        closed = true;
        stream.close();
        thread.interrupt();
    }

    private void live() {
        while (!closed) {
            try {
                waitUntil(oneRound());
                faults = 0;
            } catch (WebFault e) {
                recover(e.toString());
            } catch (RuntimeException e) {
                LOG.error("{} stumbled and goes on", who, e);
                recover(e.toString());
            }
        }
    }

    private Instant oneRound() {
        Instant now = around.clock().instant();
        if (!now.isBefore(nextLook)) {
            turn.look(now);
            lastLook = now;
            nextLook = now.plus(LOOK_EVERY);
        }
        Instant due = turn.act(now);
        return due.isBefore(nextLook) ? due : nextLook;
    }

    private void waitUntil(Instant due) {
        long millis = Math.max(20, Duration.between(around.clock().instant(), due).toMillis());
        try {
            if (nudges.poll(millis, TimeUnit.MILLISECONDS) != null) {
                nextLook = lastLook.plus(LOOK_AT_MOST_EVERY);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void recover(String why) {
        faults++;
        if (!closed) {
            LOG.atLevel(faults == FAULTS_BEFORE_WARNING ? Level.WARN : Level.DEBUG).log("{} cannot work: {}",
                    who, why);
        }
        nextLook = Instant.EPOCH;
        try {
            Thread.sleep(around.between(0.5, Math.min(10, 1 + faults)));
        } catch (InterruptedException e) {
            closed = true;
        }
    }
}
