package anxin.postgres;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running server process, from its start to its end. */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    /** Recovery after a crash replays about a gigabyte of log at most. */
    private static final Duration START = Duration.ofMinutes(5);
    private static final int LOOK_AGAIN_MILLIS = 5;
    private static final int FAST_SECONDS = 20;
    private static final int IMMEDIATE_SECONDS = 5;

    private final Process process;
    private final Launch launch;
    private final long logLength;

    private Postmaster(Process process, Launch launch, long logLength) {
        this.process = process;
        this.launch = launch;
        this.logLength = logLength;
    }

    static Postmaster start(Launch launch, int port) {
        try {
            long logLength = launch.log().length();
            return new Postmaster(launch.postmaster(port), launch, logLength);
        } catch (IOException e) {
            throw new PostgresException("cannot run PostgreSQL: " + e, e);
        }
    }

    /** Returns when the server accepts connections, or when we do not want it any more. */
    void awaitReady(CompletableFuture<Void> noLongerWanted) throws InterruptedException {
        var end = Instant.now().plus(START);
        while (!process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
            if (isReady() || noLongerWanted.isDone()) {
                return;
            }
            if (Instant.now().isAfter(end)) {
                stop();
                throw new PostgresException("PostgreSQL was not ready after " + START + ": " + lastWords());
            }
        }
        throw new PostgresException("PostgreSQL ended while starting: " + lastWords());
    }

    /** Returns when the server has ended, or when we do not want it any more. */
    void awaitEnd(CompletableFuture<Void> noLongerWanted) throws InterruptedException {
        var either = CompletableFuture.anyOf(process.onExit(), noLongerWanted);
        while (!either.isDone()) {
            try {
                either.get(1, TimeUnit.MINUTES);
            } catch (TimeoutException _) {
                shortenLog();
            } catch (ExecutionException e) {
                throw new IllegalStateException("neither of them can fail", e);
            }
        }
    }

    /** Fast and clean; harder, when that takes too long. */
    void stop() throws InterruptedException {
        if (endsWithin(Signal.INT, FAST_SECONDS) || endsWithin(Signal.QUIT, IMMEDIATE_SECONDS)) {
            return;
        }
        LOG.warn("PostgreSQL process {} does not stop; killing it, the next start will recover",
                process.pid());
        endsWithin(Signal.KILL, IMMEDIATE_SECONDS);
    }

    String lastWords() {
        try {
            return launch.log().wordsSince(logLength);
        } catch (IOException e) {
            return "(its log cannot be read: " + e + ")";
        }
    }

    private boolean isReady() {
        return PostmasterFile.find(launch.folder().cluster())
                .filter(file -> file.process() == process.pid() && file.isReady())
                .isPresent();
    }

    private boolean endsWithin(Signal signal, int seconds) throws InterruptedException {
        if (process.isAlive()) {
            signal.sendTo(List.of(process.pid()));
        }
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    private void shortenLog() {
        try {
            launch.log().shorten();
        } catch (IOException e) {
            LOG.warn("cannot shorten {}", launch.log().file(), e);
        }
    }
}
