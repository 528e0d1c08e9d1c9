package anxin.simulators.load;

import anxin.simulators.load.Sightings.Mark;
import anxin.simulators.web.Card;
import anxin.simulators.web.LiveStream;
import anxin.simulators.web.Seat;
import anxin.simulators.web.WebFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A desk page without a screen: reads the board again on every change and remembers when it first showed what. */
final class BoardWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BoardWatch.class);
    private static final long READ_ANYWAY_MS = 5_000;

    private final Seat seat;
    private final BlockingQueue<Long> changes = new ArrayBlockingQueue<>(1);
    private final Sightings sightings = new Sightings();
    private final Thread reader = Thread.ofVirtual().name("board").unstarted(this::read);
    private final LiveStream stream;
    private volatile boolean closed;

    BoardWatch(Seat seat, ScheduledExecutorService timer) {
        this.seat = seat;
        stream = LiveStream.listen(seat.session(), () -> changes.offer(System.nanoTime()), timer);
    }

    /** @throws CheckFailed when the stream does not stand in time */
    void start(Duration atMost) {
        if (!stream.awaitOpen(atMost)) {
            throw new CheckFailed("the live stream did not open within " + atMost.toSeconds() + " s");
        }
        note(seat.listCards(), System.nanoTime());
        reader.start();
    }

    synchronized boolean hasOpenIncident(String device) {
        return sightings.hasOpenIncident(device);
    }

    /** What the board shows now, to be compared with later. */
    synchronized Map<String, Mark> marks() {
        return sightings.marks();
    }

    /** When the board first showed this incident otherwise than in {@code before}; waits for it. */
    synchronized OptionalLong awaitShown(String incident, Map<String, Mark> before, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            OptionalLong moment = sightings.firstShown(incident, before);
            long left = end - System.nanoTime();
            if (moment.isPresent() || left <= 0) {
                return moment;
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return OptionalLong.empty();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        stream.close();
        reader.interrupt();
    }

    private synchronized void note(List<Card> board, long moment) {
        sightings.note(board, moment);
        notifyAll();
    }

    private void read() {
        while (!closed) {
            try {
                changes.poll(READ_ANYWAY_MS, TimeUnit.MILLISECONDS);
                List<Card> board = seat.listCards();
                note(board, System.nanoTime());
            } catch (WebFault e) {
                LOG.warn("the board could not be read: {}", e.getMessage());
                Patience.sleep(Duration.ofMillis(500));
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
