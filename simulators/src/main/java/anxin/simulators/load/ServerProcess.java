package anxin.simulators.load;

import anxin.simulators.web.Web;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The server under test as a child in a process group of its own: started, killed hard, ended in order. */
final class ServerProcess {

    private final String command;
    private final File log;
    private final Web web;
    private @Nullable Process process;

    ServerProcess(String command, Path log, Web web) {
        this.command = command;
        this.log = log.toFile();
        this.web = web;
    }

    void start() {
        try {
            process = new ProcessBuilder("setsid", "sh", "-c", command).redirectErrorStream(true)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectOutput(Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw new CheckFailed("the server command cannot be started: " + e.getMessage());
        }
    }

    /** @throws CheckFailed when it ends by itself or does not get ready in time */
    void awaitReady(Duration atMost) {
        if (!Patience.waitUntil(() -> web.isReady() || !current().isAlive(), atMost)) {
            throw new CheckFailed("the server was not ready within " + atMost.toSeconds() + " s; see " + log);
        }
        if (!current().isAlive()) {
            throw new CheckFailed(
                    "the server ended by itself with status " + current().exitValue() + "; see " + log);
        }
    }

    /** {@code kill -9} of the JVM alone, and the moment of it; what it started must survive that or clean up by itself. */
    long killHard() {
        ProcessHandle java = findJava()
                .orElseThrow(() -> new CheckFailed("no java process below the server command; see " + log));
        java.destroyForcibly();
        long moment = System.nanoTime();
        await(java, Duration.ofSeconds(10));
        await(current().toHandle(), Duration.ofSeconds(5));
        if (current().isAlive()) {
            throw new CheckFailed(
                    "the server command did not end with its JVM; give a command that starts it once");
        }
        return moment;
    }

    /** Asks it to end; after a bounded time it is killed. Says whether it ended by itself. */
    boolean stop(Duration atMost) {
        Optional<ProcessHandle> java = findJava();
        java.ifPresent(ProcessHandle::destroy);
        java.ifPresent(handle -> await(handle, atMost));
        boolean orderly = java.isEmpty() || !java.get().isAlive();
        java.filter(ProcessHandle::isAlive).ifPresent(ProcessHandle::destroyForcibly);
        await(current().toHandle(), Duration.ofSeconds(2));
        current().destroy();
        return orderly;
    }

    long pid() {
        return findJava().map(ProcessHandle::pid).orElse(-1L);
    }

    // A launcher such as Maven is java too; the server is the java furthest down.
    private Optional<ProcessHandle> findJava() {
        ProcessHandle root = current().toHandle();
        return Stream.concat(Stream.of(root), root.descendants()).filter(ServerProcess::isJava)
                .max(Comparator.comparingInt(handle -> depth(handle, root)));
    }

    private static boolean isJava(ProcessHandle handle) {
        return handle.info().command().map(path -> List.of("java", "java.exe")
                .contains(String.valueOf(Path.of(path).getFileName()))).orElse(false);
    }

    private static int depth(ProcessHandle handle, ProcessHandle root) {
        int depth = 0;
        Optional<ProcessHandle> above = Optional.of(handle);
        while (above.isPresent() && !above.get().equals(root)) {
            above = above.get().parent();
            depth++;
        }
        return depth;
    }

    private Process current() {
        Process started = process;
        if (started == null) {
            throw new IllegalStateException("the server was not started");
        }
        return started;
    }

    private static void await(ProcessHandle handle, Duration atMost) {
        Patience.waitUntil(() -> !handle.isAlive(), atMost);
    }
}
