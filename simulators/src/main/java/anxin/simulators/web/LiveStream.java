package anxin.simulators.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to the live stream, reconnects with the last position and treats five silent seconds as a broken line (the
 * server sends a heartbeat every second).
 */
public final class LiveStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration BEFORE_RECONNECT = Duration.ofSeconds(1);

    private final Session session;
    private final Runnable onChange;
    private final ScheduledFuture<?> watchdog;
    private final Thread reader;
    private final CompletableFuture<Void> firstOpen = new CompletableFuture<>();
    private volatile @Nullable InputStream open;
    private volatile long lastHeard = System.nanoTime();
    private volatile boolean closed;
    private volatile String position = "";

    private LiveStream(Session session, Runnable onChange, ScheduledExecutorService timer) {
        this.session = session;
        this.onChange = onChange;
        watchdog = timer.scheduleWithFixedDelay(this::cutSilentLine, 1, 1, TimeUnit.SECONDS);
        reader = Thread.ofVirtual().name("stream").unstarted(this::listen);
    }

    /** Runs {@code onChange} whenever something should be read again, also after every reconnect; it must be quick. */
    public static LiveStream listen(Session session, Runnable onChange, ScheduledExecutorService timer) {
        LiveStream stream = new LiveStream(session, onChange, timer);
        stream.reader.start();
        return stream;
    }

    /** Waits until the stream stands, and says whether it does. */
    public boolean awaitOpen(Duration atMost) {
        try {
            firstOpen.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        watchdog.cancel(false);
        cut();
        reader.interrupt();
    }

    private void listen() {
        while (!closed) {
            try {
                HttpResponse<InputStream> response = session.openStream(position);
                try (InputStream body = response.body()) {
                    if (response.statusCode() == 200) {
                        read(body);
                    }
                }
            } catch (IOException | WebFault e) {
                LOG.debug("the stream broke: {}", e.toString());
            } finally {
                open = null;
            }
            pause();
        }
    }

    private void read(InputStream body) throws IOException {
        lastHeard = System.nanoTime();
        open = body;
        firstOpen.complete(null);
        onChange.run();
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        StreamLines events = new StreamLines();
        for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
            lastHeard = System.nanoTime();
            StreamEvent event = events.add(line);
            if (event != null) {
                hear(event);
            }
        }
    }

    private void hear(StreamEvent event) {
        if (!event.id().isEmpty()) {
            position = event.id();
        }
        if (event.name().equals("change") || event.name().equals("resync")) {
            onChange.run();
        }
    }

    private void cutSilentLine() {
        if (open != null && System.nanoTime() - lastHeard > SILENCE.toNanos()) {
            LOG.debug("no heartbeat on the stream, connecting again");
            cut();
        }
    }

    private void cut() {
        InputStream line = open;
        if (line != null) {
            try {
                line.close();
            } catch (IOException e) {
                LOG.trace("the stream was already closed", e);
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(BEFORE_RECONNECT);
        } catch (InterruptedException e) {
            closed = true;
        }
    }
}
