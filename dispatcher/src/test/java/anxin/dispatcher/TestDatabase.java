package anxin.dispatcher;

import anxin.dispatcher.store.Database;
import anxin.dispatcher.store.Protected;
import anxin.postgres.PostgresServer;
import anxin.postgres.PostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A migrated database of its own for a test class, on one embedded server for each test process. */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    // One server for the process: starting one for each class would cost seconds each time.
    private static final class Server {

        static final PostgresServer RUNNING = start();

        private static PostgresServer start() {
            Path root = Path.of(System.getProperty("anxin.root", ".."));
            PostgresServer server = PostgresServer.start(PostgresSettings.in(folder(), "template")
                    .withBinariesIn(root.resolve("embedded-postgres/target/binaries")));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-test-postgres"));
            new Database(address(server, "template")).migrate();
            return server;
        }

        private static Path folder() {
            try {
                return Files.createTempDirectory("anxin-test-").resolve("data");
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
    }

    private TestDatabase() {}

    /** A fresh database with the schema and nothing else. */
    public static Database.Address fresh() {
        String name = "test_" + NUMBER.incrementAndGet();
        PostgresServer server = Server.RUNNING;
        String maintenance = server.jdbcUrl().replaceFirst("/template(\\?|$)", "/postgres$1");
        try (Connection connection = DriverManager.getConnection(maintenance, server.user(),
                server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template");
        } catch (SQLException fault) {
            throw new IllegalStateException("cannot clone the test database", fault);
        }
        return address(server, name);
    }

    private static Database.Address address(PostgresServer server, String database) {
        return new Database.Address(server.jdbcUrl().replaceFirst("/template(\\?|$)", "/" + database + "$1"),
                server.user(), new Protected(server.password()));
    }
}
