package anxin.postgres;

import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The three ways PostgreSQL can be told to end that matter here; Java itself can send only the last. */
enum Signal {
    /** Fast shutdown: connections are cut, everything is written, no recovery at the next start. */
    INT,
    /** Immediate shutdown: ends at once, recovers at the next start. */
    QUIT,
    /** When nothing else helps. */
    KILL;

    private static final int PATIENCE_SECONDS = 5;

    void sendTo(Collection<Long> processes) {
        var ids = processes.stream().map(String::valueOf).collect(Collectors.joining(" "));
        // kill is built into the shell, while slim images carry no program of that name. A process may be gone already.
        var shell = new ProcessBuilder("/bin/sh", "-c", "kill -" + name() + " " + ids)
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            shell.start().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new PostgresException("cannot send SIG" + name() + " to " + ids, e);
        } catch (InterruptedException e) {
            throw PostgresException.interrupted("stopping PostgreSQL", e);
        }
    }
}
