package anxin.api.stream;

import anxin.dispatcher.feed.Change;
import anxin.dispatcher.feed.FeedStore;
import anxin.dispatcher.feed.Position;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the feed for this process and hands each change to whoever listens. A nudge makes it look at once; without one
 * it looks every second, so a lost nudge costs a second and never a change.
 */
public final class FeedTail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedTail.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HIDDEN = Duration.ofMillis(15);
    private static final int PAGE = 500;

    private final FeedStore store;
    private final Set<Consumer<Change>> listeners = ConcurrentHashMap.newKeySet();
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private Position position;

    public FeedTail(FeedStore store) {
        this.store = store;
        this.position = store.end();
        this.thread = Thread.ofVirtual().name("feed-tail").start(this::run);
    }

    /** Look again, something was committed. */
    public void nudge() {
        nudges.release();
    }

    public void listen(Consumer<Change> listener) {
        listeners.add(listener);
    }

    public void leave(Consumer<Change> listener) {
        listeners.remove(listener);
    }

    @Override
    public void close() {
        closed = true;
        nudges.release();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration wait = POLL;
        while (!closed) {
            try {
                boolean nudged = nudges.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
                if (nudged) {
                    nudges.drainPermits();
                }
                wait = look() ? HIDDEN : POLL;
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            } catch (Throwable unreachable) {
                LOG.warn("the feed cannot be read, will look again: {}", unreachable.getMessage());
                wait = POLL;
            }
        }
    }

    // True when a running transaction still hides rows: then the next look must not wait for a nudge.
    private boolean look() {
        List<Change> changes = store.after(position, PAGE);
        for (Change change : changes) {
            listeners.forEach(listener -> listener.accept(change));
            position = change.position();
        }
        return changes.size() == PAGE || store.hasHidden();
    }
}
