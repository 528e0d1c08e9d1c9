package anxin.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The postmaster.pid of a cluster: which process serves it, on which port, and how far it is. */
final class PostmasterFile {

    private static final int PROCESS = 0;
    private static final int PORT = 3;
    private static final int STATUS = 7;

    private final List<String> lines;

    private PostmasterFile(List<String> lines) {
        this.lines = lines;
    }

    static Path in(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    static Optional<PostmasterFile> find(Path cluster) {
        try {
            return Optional.of(new PostmasterFile(Files.readAllLines(in(cluster))));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new PostgresException("cannot read " + in(cluster), e);
        }
    }

    /** The process that serves the cluster now; empty when the file is left over from a dead one. */
    static Optional<LinuxProcess> findServing(Path cluster) {
        return find(cluster).flatMap(file -> LinuxProcess.find(file.process()))
                .filter(process -> process.isServerOf(cluster));
    }

    /** 0 when the file is empty, as after a power cut. */
    long process() {
        return number(PROCESS);
    }

    int port() {
        return (int) number(PORT);
    }

    boolean isReady() {
        return lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
    }

    private long number(int line) {
        var text = lines.size() > line ? lines.get(line).strip() : "";
        return text.chars().allMatch(Character::isDigit) && !text.isEmpty() ? Long.parseLong(text) : 0;
    }
}
