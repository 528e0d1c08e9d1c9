package anxin.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the PostgreSQL programs on one data folder, each as the right user and with the right settings. */
record Launch(DataFolder folder, Path binaries, RunAs runAs, Map<String, String> moreSettings,
        Consumer<String> progress) {

    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);
    private static final int INITDB_MINUTES = 5;
    /** With all of these on, a confirmed commit survives kill -9 and a power cut. */
    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");

    static Launch prepare(DataFolder folder, Path binaries, PostgresSettings settings) {
        try {
            warnOfDanger(settings.serverSettings());
            var runAs = RunAs.choose(folder.root(), binaries.resolve("bin/postgres"));
            var launch = new Launch(folder, binaries, runAs, settings.serverSettings(), settings.progress());
            launch.log().makeIfMissing();
            launch.log().shorten();
            launch.giveFolderToServer();
            return launch;
        } catch (IOException e) {
            throw new PostgresException("cannot prepare the data folder " + folder.root() + ": " + e, e);
        }
    }

    /** A cluster is either complete or not there: it is made under another name and renamed at the end. */
    void makeClusterIfMissing(Credentials credentials) {
        if (folder.hasCluster()) {
            return;
        }
        progress.accept("initialising the database in " + folder.root() + " …");
        var password = folder.root().resolve("password.unfinished");
        try {
            new FileTree(folder.unfinishedCluster()).delete();
            Files.deleteIfExists(password);
            Files.createFile(password,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, credentials.password());
            giveToServer(password);
            initdb(credentials.user(), password);
            Files.move(folder.unfinishedCluster(), folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
            FileTree.forceToDisk(folder.root());
        } catch (IOException e) {
            throw new PostgresException("cannot initialise the database in " + folder.root() + ": " + e, e);
        } finally {
            deleteQuietly(password);
        }
    }

    /** Must be called on a thread that lives as long as the server, see {@link Supervisor}. */
    Process postmaster(int port) throws IOException {
        var program = new ArrayList<>(List.of(bin("postgres"), "-D", folder.cluster().toString()));
        serverSettings(port).forEach((name, value) -> program.addAll(List.of("-c", name + "=" + value)));
        return process(program).start();
    }

    ServerLog log() {
        return new ServerLog(folder.log());
    }

    private static void warnOfDanger(Map<String, String> settings) {
        for (var name : DURABILITY) {
            if (!settings.getOrDefault(name, "on").equals("on")) {
                LOG.warn("{}={}: confirmed data can be lost; only for experiments", name, settings.get(name));
            }
        }
    }

    private Map<String, String> serverSettings(int port) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        DURABILITY.forEach(name -> settings.put(name, "on"));
        settings.put("password_encryption", "scram-sha-256");
        settings.put("max_connections", "100");
        settings.put("shared_buffers", "128MB");
        settings.put("max_wal_size", "1GB");
        // Compilation of queries costs more than it gives for short ones.
        settings.put("jit", "off");
        settings.put("TimeZone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("logging_collector", "off");
        settings.put("log_destination", "stderr");
        settings.putAll(moreSettings);
        return settings;
    }

    private static void deleteQuietly(Path password) {
        try {
            Files.deleteIfExists(password);
        } catch (IOException e) {
            LOG.warn("cannot delete {}; only its owner can read it", password, e);
        }
    }

    private void initdb(String user, Path password) throws IOException {
        var log = log();
        long before = log.length();
        var initdb = process(
                List.of(bin("initdb"), "-D", folder.unfinishedCluster().toString(), "--username=" + user,
                        "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8", "--locale=C", "--no-instructions"))
                .start();
        try {
            if (!initdb.waitFor(INITDB_MINUTES, TimeUnit.MINUTES)) {
                initdb.destroyForcibly();
                throw new IOException("initdb took longer than " + INITDB_MINUTES + " minutes");
            }
        } catch (InterruptedException e) {
            initdb.destroyForcibly();
            throw PostgresException.interrupted("initialising the database", e);
        }
        if (initdb.exitValue() != 0) {
            throw new IOException("initdb ended with " + initdb.exitValue() + ": " + log.wordsSince(before));
        }
    }

    private ProcessBuilder process(List<String> program) {
        var builder = new ProcessBuilder(runAs.command(program))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log().target());
        // Variables such as PGOPTIONS or LC_ALL of whoever started us must not change the server.
        builder.environment().keySet().retainAll(List.of("PATH"));
        return builder;
    }

    private String bin(String program) {
        return binaries.resolve("bin").resolve(program).toString();
    }

    /** As root only: what root made must later open to the server, and to its owner when root is not needed. */
    private void giveFolderToServer() throws IOException {
        giveToServer(folder.root());
        try (var inside = Files.newDirectoryStream(folder.root())) {
            for (var path : inside) {
                giveToServer(path);
            }
        }
    }

    private void giveToServer(Path path) throws IOException {
        if (runAs.owner().isPresent() && FileTree.owner(path) != runAs.owner().getAsInt()) {
            new FileTree(path).giveTo(runAs.owner().getAsInt());
        }
    }
}
