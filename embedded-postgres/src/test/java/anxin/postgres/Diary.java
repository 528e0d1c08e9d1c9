package anxin.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A table with one line per entry, written and read over plain JDBC. */
record Diary(PostgresAccess access) {

    static final Path BINARIES = Path.of("target", "postgres-binaries");

    static PostgresSettings settings(Path folder) {
        return PostgresSettings.in(folder, "diary").withBinariesIn(BINARIES);
    }

    /** Fills a folder with an empty diary; copying one is much faster than initialising it for every test. */
    static void copyTo(Path folder) throws IOException {
        var template = Path.of("target", "diary-of-postgres-" + Binaries.onTheClassPath().major());
        if (Files.notExists(template.resolve("cluster"))) {
            PostgresServer.start(settings(template)).close();
        }
        try (var paths = Files.walk(template.resolve("cluster"))) {
            for (var path : paths.toList()) {
                Files.copy(path, folder.resolve(template.relativize(path)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.copy(template.resolve("access.properties"), folder.resolve("access.properties"),
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** The server process that works on the folder, 0 when there is none. */
    static long serving(Path folder) throws IOException {
        return PostmasterFile.findServing(folder.toRealPath().resolve("cluster")).map(LinuxProcess::id)
                .orElse(0L);
    }

    void open() throws SQLException {
        try (var connection = connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS entry (line text)");
        }
    }

    void write(String line) throws SQLException {
        try (var connection = connect();
                var insert = connection.prepareStatement("INSERT INTO entry VALUES (?)")) {
            insert.setString(1, line);
            insert.executeUpdate();
        }
    }

    List<String> lines() throws SQLException {
        return ask("SELECT line FROM entry ORDER BY line");
    }

    List<String> ask(String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
    }
}
