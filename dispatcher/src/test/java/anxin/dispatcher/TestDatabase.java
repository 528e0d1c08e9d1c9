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
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A migrated database of its own for a test class, on one embedded server for each test process. */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    // One server for the process: starting one for each class would cost seconds each time.
    private static final class Server {

        static final PostgresServer RUNNING = start();

        private static PostgresServer start() {
            Path root = Path.of(System.getProperty("anxin.root", ".."));
            Path folder = folder();
            PostgresServer server = PostgresServer
                    .start(PostgresSettings.in(folder.resolve("data"), "template")
                            .withBinariesIn(root.resolve("embedded-postgres/target/binaries")));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder), "end-test-postgres"));
            new Database(address(server, "template")).migrate();
            return server;
        }

        private static Path folder() {
            try {
                return Files.createTempDirectory("anxin-test-");
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }

        // Hundreds of databases are gigabytes; nobody looks at them after the tests.
        private static void end(PostgresServer server, Path folder) {
            server.close();
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            } catch (IOException | UncheckedIOException stays) {
                System.err.println("left behind by the tests: " + folder + ": " + stays.getMessage());
            }
        }
    }

    private TestDatabase() {}

    /** A fresh database with the schema and nothing else. */
    public static Database.Address fresh() {
        String name = "test_" + NUMBER.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE template");
        return address(Server.RUNNING, name);
    }

    /** Nobody gets into this database until {@link #letIn}; whoever is in is thrown out. To its users it is gone. */
    public static void shutOut(String url) {
        execute("ALTER DATABASE " + name(url) + " ALLOW_CONNECTIONS false");
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name(url) + "'");
    }

    public static void letIn(String url) {
        execute("ALTER DATABASE " + name(url) + " ALLOW_CONNECTIONS true");
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
    }

    private static void execute(String statement) {
        PostgresServer server = Server.RUNNING;
        String maintenance = server.jdbcUrl().replaceFirst("/template(\\?|$)", "/postgres$1");
        try (Connection connection = DriverManager.getConnection(maintenance, server.user(),
                server.password());
                Statement prepared = connection.createStatement()) {
            prepared.execute(statement);
        } catch (SQLException fault) {
            throw new IllegalStateException("on the test server: " + statement, fault);
        }
    }

    private static Database.Address address(PostgresServer server, String database) {
        return new Database.Address(server.jdbcUrl().replaceFirst("/template(\\?|$)", "/" + database + "$1"),
                server.user(), new Protected(server.password()));
    }
}
