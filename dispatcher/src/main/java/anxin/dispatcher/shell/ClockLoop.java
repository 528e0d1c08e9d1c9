package anxin.dispatcher.shell;

import anxin.dispatcher.deadline.Deadline;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires what is due, the oldest first. It holds nothing: whatever it forgets in a crash is still a pending row. */
public final class ClockLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClockLoop.class);
    private static final Duration LONGEST_NAP = Duration.ofMillis(250);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);
    private static final int AT_ONCE = 64;

    private final DeadlineStore deadlines;
    private final InstantSource clock;
    private final Consumer<Deadline> fire;
    private final Set<UUID> firing = ConcurrentHashMap.newKeySet();
    private final Semaphore stop = new Semaphore(0);
    private final Thread thread;

    public ClockLoop(DeadlineStore deadlines, InstantSource clock, Consumer<Deadline> fire) {
        this.deadlines = deadlines;
        this.clock = clock;
        this.fire = fire;
        this.thread = Thread.ofVirtual().name("clock-loop").start(this::run);
    }

    @Override
    public void close() {
        stop.release();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stop.tryAcquire(nap().toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            for (Deadline deadline : deadlines.due(clock.instant(), AT_ONCE)) {
                if (firing.add(deadline.id())) {
                    Thread.ofVirtual().name("deadline").start(() -> fireOne(deadline));
                }
            }
        } catch (Throwable fault) {
            // Whatever it is, this loop must live: without it nothing escalates.
            LOG.warn("cannot read the due deadlines, will look again: {}", fault.getMessage());
        }
    }

    private void fireOne(Deadline deadline) {
        try {
            fire.accept(deadline);
        } catch (RuntimeException fault) {
            // The row is still pending: the next look fires it again.
            if (StoreException.unreachable(fault)) {
                LOG.warn("deadline {} waits for the database", deadline.id());
            } else {
                LOG.error("deadline {} ({}) failed, will be fired again", deadline.id(), deadline.kind(),
                        fault);
                postpone(deadline);
            }
        } finally {
            firing.remove(deadline.id());
        }
    }

    private void postpone(Deadline deadline) {
        try {
            deadlines.postpone(deadline, clock.instant().plus(AFTER_A_FAULT));
        } catch (RuntimeException unreachable) {
            LOG.warn("deadline {} could not be postponed: {}", deadline.id(), unreachable.getMessage());
        }
    }

    private Duration nap() {
        try {
            Instant now = clock.instant();
            return deadlines.nextDue()
                    .map(due -> Duration.between(now, due))
                    .filter(wait -> wait.compareTo(LONGEST_NAP) < 0)
                    .map(wait -> wait.isNegative() ? Duration.ofMillis(20) : wait)
                    .orElse(LONGEST_NAP);
        } catch (Throwable unreachable) {
            return LONGEST_NAP.multipliedBy(4);
        }
    }
}
