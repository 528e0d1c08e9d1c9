package anxin.postgres;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the server, waits beside it, and starts it again when it dies.
 *
 * <p>All of it on one platform thread of its own, because Linux delivers the "your parent died" signal when the
 * <em>thread</em> ends that started the child: a server started by a pooled or virtual thread would be stopped
 * whenever that thread is retired.
 */
final class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** A server that lived this long did not die of its start. */
    private static final Duration HEALTHY = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(40);

    private final Launch launch;
    private final int port;
    private final Consumer<String> progress;
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Thread thread;

    /** @param launch its progress listener must not throw */
    Supervisor(Launch launch, int port) {
        this.launch = launch;
        this.port = port;
        this.progress = launch.progress();
        this.thread = Thread.ofPlatform().name("postgres-supervisor").daemon().unstarted(this::run);
    }

    /** Returns when the server accepts connections; throws when the first start fails, which is not tried again. */
    void start() {
        thread.start();
        try {
            started.get();
        } catch (InterruptedException e) {
            stop();
            throw PostgresException.interrupted("starting PostgreSQL", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof PostgresException known
                    ? known
                    : new PostgresException("PostgreSQL could not be started", e);
        }
    }

    /** Waits also when interrupted: whoever closes relies on the server having ended. */
    void stop() {
        closing.complete(null);
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        try {
            ended.copy().orTimeout(STOP.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            LOG.warn("PostgreSQL on port {} did not stop within {}", port, STOP, e);
        }
    }

    private void run() {
        var pause = FIRST_PAUSE;
        try {
            while (!closing.isDone()) {
                var began = Instant.now();
                serve();
                if (started.isCompletedExceptionally() || closing.isDone()) {
                    return;
                }
                pause = Duration.between(began, Instant.now()).compareTo(HEALTHY) > 0 ? FIRST_PAUSE : pause;
                progress.accept("starting the database server again in " + pause.toMillis() + " ms");
                waitFor(pause);
                pause = longer(pause);
            }
        } catch (InterruptedException _) {
            LOG.error("somebody interrupted the thread that keeps PostgreSQL; the server ends with it");
        } finally {
            started.completeExceptionally(
                    new PostgresException("PostgreSQL was given up before it was ready"));
            ended.complete(null);
        }
    }

    /** One life of the server. Any fault in it is reported, and is then the business of the next life. */
    private void serve() throws InterruptedException {
        try {
            new Leftovers(launch.folder().cluster()).clear(progress);
            live(Postmaster.start(launch, port));
        } catch (RuntimeException e) {
            if (!started.completeExceptionally(e)) {
                LOG.error("PostgreSQL on port {} cannot be kept running", port, e);
                progress.accept("the database server did not come back: " + e.getMessage());
            }
        }
    }

    private void live(Postmaster postmaster) throws InterruptedException {
        postmaster.awaitReady(closing);
        if (!closing.isDone()) {
            progress.accept("ready on 127.0.0.1:" + port);
            started.complete(null);
            postmaster.awaitEnd(closing);
        }
        if (closing.isDone()) {
            postmaster.stop();
        } else {
            progress.accept("the database server ended unexpectedly: " + postmaster.lastWords());
        }
    }

    private void waitFor(Duration pause) throws InterruptedException {
        try {
            closing.get(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            // The pause is over, nobody closed us.
        } catch (ExecutionException e) {
            throw new IllegalStateException("closing cannot fail", e);
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
}
