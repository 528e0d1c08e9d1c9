package anxin.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Processes and files that an earlier, killed server left on a cluster. A new one may start only when they are gone. */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    /** A fast shutdown first writes a checkpoint. */
    private static final Duration FAST = Duration.ofSeconds(20);
    private static final Duration IMMEDIATE = Duration.ofSeconds(5);
    /** Sessions end by themselves as soon as they notice that their postmaster is dead. */
    private static final Duration NOTICE = Duration.ofSeconds(1);
    private static final int LOOK_AGAIN_MILLIS = 10;

    private final Path cluster;

    Leftovers(Path cluster) {
        this.cluster = cluster;
    }

    void clear(Consumer<String> progress) {
        var postmaster = PostmasterFile.findServing(cluster);
        if (postmaster.isPresent()) {
            progress.accept("stopping the database server (process " + postmaster.get().id()
                    + ") that a killed program left on " + cluster + " …");
            Signal.INT.sendTo(List.of(postmaster.get().id()));
        }
        endProcesses(postmaster.isPresent() ? FAST : NOTICE);
        // A server that stops cleanly takes its file away.
        if (PostmasterFile.find(cluster).isPresent()) {
            progress.accept("recovering: the database server was not stopped cleanly …");
            deleteMisleadingFile();
        }
    }

    private void endProcesses(Duration patience) {
        if (allGoneWithin(patience)) {
            return;
        }
        Signal.QUIT.sendTo(processes());
        if (allGoneWithin(IMMEDIATE)) {
            return;
        }
        // Safe for committed data: it is in the log on disk, and nobody shares the memory of a dead postmaster.
        Signal.KILL.sendTo(processes());
        if (!allGoneWithin(IMMEDIATE)) {
            throw new PostgresException(
                    "processes " + processes() + " of an earlier PostgreSQL still work in " + cluster
                            + " and cannot be killed; look at the disk, or restart this computer");
        }
    }

    /** PostgreSQL refuses to start while the number in its file belongs to any process, also a zombie or a stranger. */
    private void deleteMisleadingFile() {
        var stranger = PostmasterFile.find(cluster).flatMap(file -> LinuxProcess.find(file.process()));
        if (stranger.isEmpty()) {
            return;
        }
        LOG.info("{} names process {}, which is not our server; deleting it", PostmasterFile.in(cluster),
                stranger.get());
        try {
            Files.deleteIfExists(PostmasterFile.in(cluster));
        } catch (IOException e) {
            throw new PostgresException("cannot delete the stale " + PostmasterFile.in(cluster), e);
        }
    }

    private boolean allGoneWithin(Duration patience) {
        var end = Instant.now().plus(patience);
        while (!processes().isEmpty()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            } catch (InterruptedException e) {
                throw PostgresException.interrupted("waiting for an earlier PostgreSQL to end", e);
            }
        }
        return true;
    }

    private List<Long> processes() {
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses().map(ProcessHandle::pid)
                .filter(id -> id != self)
                .flatMap(id -> LinuxProcess.find(id).stream())
                .filter(process -> process.isServerOf(cluster))
                .map(LinuxProcess::id)
                .toList();
    }
}
