package anxin.main;

import anxin.dispatcher.store.Database;
import anxin.dispatcher.store.Protected;
import anxin.postgres.PostgresAccess;
import anxin.postgres.PostgresServer;
import anxin.postgres.PostgresSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The database this process works on: the embedded server, or somebody else's. */
final class Store implements AutoCloseable {

    private static final String NAME = "anxin";

    private final Optional<PostgresServer> embedded;
    private final Database.Address address;

    private Store(Optional<PostgresServer> embedded, Database.Address address) {
        this.embedded = embedded;
        this.address = address;
    }

    /** Starts the embedded server unless the settings name another database. */
    static Store open(Settings settings, Consumer<String> progress) {
        return settings.database()
                .map(address -> new Store(Optional.empty(), address))
                .orElseGet(() -> embedded(settings, progress));
    }

    /** As {@link #open}, but beside a server that may be running on the same data folder. */
    static Store beside(Settings settings, Consumer<String> progress) {
        if (settings.database().isPresent()) {
            return open(settings, progress);
        }
        if (!Files.isDirectory(folder(settings))) {
            throw new SettingsException("no database in " + settings.dataFolder()
                    + "; name the folder of a demo or server with ANXIN_DATA_DIR, or a database with ANXIN_DATABASE_URL");
        }
        return PostgresServer.attach(folder(settings))
                .map(running -> new Store(Optional.empty(), address(running)))
                .orElseGet(() -> embedded(settings, progress));
    }

    Database.Address address() {
        return address;
    }

    boolean isEmbedded() {
        return embedded.isPresent();
    }

    @Override
    public void close() {
        embedded.ifPresent(PostgresServer::close);
    }

    private static Store embedded(Settings settings, Consumer<String> progress) {
        PostgresServer server = PostgresServer.start(PostgresSettings.in(folder(settings), NAME)
                .withBinariesIn(binaries(settings)).withProgress(progress));
        return new Store(Optional.of(server), address(server.access()));
    }

    private static Path folder(Settings settings) {
        return settings.dataFolder().resolve("postgres");
    }

    private static Path binaries(Settings settings) {
        return settings.dataFolder().resolve("postgres-binaries");
    }

    private static Database.Address address(PostgresAccess access) {
        return new Database.Address(access.jdbcUrl(), access.user(), new Protected(access.password()));
    }
}
