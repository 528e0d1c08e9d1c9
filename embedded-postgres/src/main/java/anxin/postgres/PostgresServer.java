package anxin.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running PostgreSQL on a data folder of ours. It is kept running until closed, and dies with this process. */
public final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    /** Between finding a free port and taking it, somebody else may take it. */
    private static final int PORT_TRIES = 3;
    private static final String DATABASE_EXISTS_ALREADY = "42P04";

    private final Credentials credentials;
    private final int port;
    private final Supervisor supervisor;
    private final FolderLock lock;

    private PostgresServer(Credentials credentials, int port, Supervisor supervisor, FolderLock lock) {
        this.credentials = credentials;
        this.port = port;
        this.supervisor = supervisor;
        this.lock = lock;
    }

    /**
     * Returns when the database of the settings accepts connections.
     *
     * @throws PostgresException with a sentence for the person who starts it: folder in use, another version, no
     *         binaries for this machine, port taken, …
     */
    public static PostgresServer start(PostgresSettings wish) {
        var settings = wish.withProgress(careful(wish.progress()));
        var binaries = Binaries.onTheClassPath();
        var folder = DataFolder.open(settings.dataFolder(), binaries.major());
        var lock = FolderLock.take(folder);
        try {
            var unpacked = binaries.unpackedIn(settings.binariesFolder(), settings.progress());
            var credentials = Credentials.of(folder, settings.database());
            var launch = Launch.prepare(folder, unpacked, settings);
            launch.makeClusterIfMissing(credentials);
            var server = supervised(launch, settings.port(), credentials, lock);
            server.makeDatabaseIfMissing();
            return server;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** How to reach the server that another process runs on this data folder now; empty when none is ready. */
    public static Optional<PostgresAccess> attach(Path dataFolder) {
        if (Files.notExists(dataFolder)) {
            return Optional.empty();
        }
        try {
            var folder = new DataFolder(dataFolder.toRealPath());
            var running = PostmasterFile.find(folder.cluster()).filter(PostmasterFile::isReady);
            if (running.isEmpty() || PostmasterFile.findServing(folder.cluster()).isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(Credentials.read(folder.access()).at(running.get().port()));
        } catch (AccessDeniedException e) {
            throw new PostgresException(
                    "the data folder " + dataFolder + " belongs to another user; run this command "
                            + "as the user who runs the server",
                    e);
        } catch (IOException e) {
            throw new PostgresException("cannot read the data folder " + dataFolder + ": " + e, e);
        }
    }

    public PostgresAccess access() {
        return credentials.at(port);
    }

    public String jdbcUrl() {
        return access().jdbcUrl();
    }

    public String user() {
        return credentials.user();
    }

    public String password() {
        return credentials.password();
    }

    /** Stays the same while this server is open, also when its process has to be started again. */
    public int port() {
        return port;
    }

    /** Stops the server cleanly, within less than a minute. Closing twice is allowed. */
    @Override
    public void close() {
        supervisor.stop();
        lock.close();
    }

    private static PostgresServer supervised(Launch launch, int wantedPort, Credentials credentials,
            FolderLock lock) {
        var ports = new Ports();
        for (int i = 1;; i++) {
            int port = wantedPort == 0 ? ports.free() : wantedPort;
            var supervisor = new Supervisor(launch, port);
            try {
                supervisor.start();
                return new PostgresServer(credentials, port, supervisor, lock);
            } catch (PostgresException e) {
                boolean taken = !ports.isFree(port);
                if (taken && wantedPort != 0) {
                    throw new PostgresException(
                            "port " + port + " on 127.0.0.1 is taken by another program; stop it, or "
                                    + "choose another port (0 finds a free one)",
                            e);
                }
                if (!taken || i == PORT_TRIES) {
                    throw e;
                }
            }
        }
    }

    private void makeDatabaseIfMissing() {
        var maintenance = credentials.toDatabase("postgres").at(port);
        try (var connection = DriverManager.getConnection(maintenance.jdbcUrl(), user(), password());
                var find = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?");
                var create = connection.createStatement()) {
            find.setString(1, credentials.database());
            if (!find.executeQuery().next()) {
                // The settings let only plain names through.
                create.execute("CREATE DATABASE " + credentials.database());
            }
        } catch (SQLException e) {
            if (!DATABASE_EXISTS_ALREADY.equals(e.getSQLState())) {
                supervisor.stop();
                throw new PostgresException("the server runs, but the database '" + credentials.database()
                        + "' cannot be opened: " + e.getMessage(), e);
            }
        }
    }

    /** A listener that throws must not take the server down. */
    private static Consumer<String> careful(Consumer<String> listener) {
        return message -> {
            try {
                listener.accept(message);
            } catch (RuntimeException e) {
                LOG.warn("the progress listener failed on '{}'", message, e);
            }
        };
    }
}
