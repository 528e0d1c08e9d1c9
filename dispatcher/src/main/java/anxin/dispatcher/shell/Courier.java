package anxin.dispatcher.shell;

import anxin.dispatcher.notification.Carried;
import anxin.dispatcher.notification.Carrier;
import anxin.dispatcher.notification.Channel;
import anxin.dispatcher.notification.Notification;
import anxin.dispatcher.notification.Outbox;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries messages out of the building. It holds nothing: what it forgets in a crash is a claimed row whose lease runs out,
 * and goes out a little later under the same key.
 */
public final class Courier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration NAP = Duration.ofSeconds(1);
    // Nudges come with every commit of a busy house; looking twenty times a second is enough.
    private static final Duration BREATH = Duration.ofMillis(50);
    private static final int AT_ONCE = 8;
    private static final Duration TO_STOP = Duration.ofSeconds(5);

    private record Line(Channel channel, Carrier carrier, Circuit circuit) {}

    private final Outbox outbox;
    private final List<Line> lines;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Semaphore look = new Semaphore(0);
    private final Semaphore stop = new Semaphore(0);
    private final Thread thread;

    /** @param carriers what carries each channel */
    public Courier(Outbox outbox, Map<Channel, Carrier> carriers, InstantSource clock) {
        this.outbox = outbox;
        this.lines = carriers.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue(), new Circuit())).toList();
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("courier").start(this::run);
    }

    /** Look at once. May be lost; it looks every second anyway. */
    public void nudge() {
        if (look.availablePermits() == 0) {
            look.release();
        }
    }

    @Override
    public void close() {
        stop.release();
        look.release();
        try {
            thread.join(TO_STOP);
            // What is on the wire may still come back and be written down.
            if (!places.tryAcquire(AT_ONCE, TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("messages are still on the wire; they are sent again after their lease");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stop.tryAcquire(BREATH.toMillis(), TimeUnit.MILLISECONDS)) {
                lines.forEach(this::look);
                if (look.tryAcquire(NAP.toMillis(), TimeUnit.MILLISECONDS)) {
                    look.drainPermits();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Line line) {
        try {
            int allowed = line.circuit().allows(places.availablePermits(), clock.instant());
            List<Notification> claimed = outbox.claim(line.channel(), allowed);
            if (!claimed.isEmpty()) {
                line.circuit().probes();
            }
            for (Notification message : claimed) {
                places.acquireUninterruptibly();
                Thread.ofVirtual().name("send").start(() -> send(line, message));
            }
            if (line.circuit().isOpen()) {
                outbox.outOfReach(line.channel(), line.carrier());
            }
        } catch (Throwable fault) {
            // Whatever it is, this loop must live: without it nobody outside is told.
            LOG.warn("cannot look into the outbox, will look again: {}", fault.getMessage());
        }
    }

    private void send(Line line, Notification message) {
        try {
            Carried carried = carried(line, message);
            heed(line, carried);
            outbox.settle(message, line.carrier(), carried);
        } catch (Throwable fault) {
            LOG.warn("message {} could not be settled, it is taken up again after its lease: {}",
                    message.id(),
                    fault.getMessage());
        } finally {
            places.release();
            nudge();
        }
    }

    private static Carried carried(Line line, Notification message) {
        try {
            return line.carrier().carry(message);
        } catch (Throwable fault) {
            LOG.error("adapter {} failed on message {}", line.carrier().name(), message.id(), fault);
            return new Carried.Failed("adapter fault: " + fault.getClass().getSimpleName());
        }
    }

    private void heed(Line line, Carried carried) {
        String adapter = line.carrier().name();
        switch (carried) {
            case Carried.Sent(),Carried.Delivered(),Carried.Refused(String _) -> {
                if (line.circuit().answered()) {
                    LOG.warn("adapter {} answers again: the circuit is closed", adapter);
                }
            }
            case Carried.Failed(String fault) -> {
                if (line.circuit().failed(clock.instant())) {
                    LOG.error("adapter {} fails ({}): the circuit is open, messages wait", adapter, fault);
                }
            }
        }
    }
}
