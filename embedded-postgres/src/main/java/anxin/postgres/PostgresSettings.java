package anxin.postgres;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * How to run one server.
 *
 * @param dataFolder everything of this server: cluster, log, password; made when missing
 * @param binariesFolder where the unpacked binaries are kept; may be shared by many data folders
 * @param database made when missing
 * @param port 0 takes a free one
 * @param serverSettings further lines of postgresql.conf; they win over ours
 * @param progress is told, on the launcher's threads, what a waiting person would like to know
 */
public record PostgresSettings(Path dataFolder, Path binariesFolder, String database, int port,
        Map<String, String> serverSettings, Consumer<String> progress) {

    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final Set<String> OURS = Set.of("port", "listen_addresses", "unix_socket_directories",
            "data_directory", "logging_collector", "log_destination");

    public PostgresSettings {
        dataFolder = dataFolder.toAbsolutePath().normalize();
        binariesFolder = binariesFolder.toAbsolutePath().normalize();
        serverSettings = Map.copyOf(serverSettings);
        if (!PLAIN_NAME.matcher(database).matches()) {
            throw new IllegalArgumentException("database name '" + database
                    + "' must be small letters, digits and _, beginning with a letter");
        }
        if (port != 0 && (port < 1024 || port >= Ports.FIRST_OUTGOING)) {
            // A port in the outgoing range may be in use by a client of something else when we come back after a crash.
            throw new IllegalArgumentException(
                    "database port " + port + " must be 0 (any free one) or between 1024 and "
                            + (Ports.FIRST_OUTGOING - 1));
        }
        for (var name : serverSettings.keySet()) {
            if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("server setting '" + name + "' belongs to the launcher");
            }
        }
    }

    /** A free port, no further settings, binaries unpacked next to the data folder. */
    public static PostgresSettings in(Path dataFolder, String database) {
        var beside = dataFolder.toAbsolutePath().normalize().resolveSibling("postgres-binaries");
        return new PostgresSettings(dataFolder, beside, database, 0, Map.of(), message -> {});
    }

    public PostgresSettings withBinariesIn(Path folder) {
        return new PostgresSettings(dataFolder, folder, database, port, serverSettings, progress);
    }

    public PostgresSettings withPort(int fixed) {
        return new PostgresSettings(dataFolder, binariesFolder, database, fixed, serverSettings, progress);
    }

    public PostgresSettings withServerSettings(Map<String, String> more) {
        return new PostgresSettings(dataFolder, binariesFolder, database, port, more, progress);
    }

    public PostgresSettings withProgress(Consumer<String> listener) {
        return new PostgresSettings(dataFolder, binariesFolder, database, port, serverSettings, listener);
    }
}
