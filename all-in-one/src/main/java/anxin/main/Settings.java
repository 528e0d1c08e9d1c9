package anxin.main;

import anxin.dispatcher.notification.Channel;
import anxin.dispatcher.notification.Provider;
import anxin.dispatcher.store.Database;
import anxin.dispatcher.store.Protected;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** How this process is set up: defaults, then a file, then the environment, then flags. What is not known is refused. */
public final class Settings {

    // Read by the launcher and by tests, not by the server.
    private static final Set<String> NOT_OURS = Set.of("ANXIN_CONFIG", "ANXIN_HOME", "ANXIN_JAVA_HOME",
            "ANXIN_JAVA_OPTIONS", "ANXIN_TEST_DATABASE_URL");

    private final Map<Key, String> values;

    private Settings(Map<Key, String> values) {
        this.values = values;
    }

    /**
     * Reads all four sources and checks every value.
     *
     * @param environment the process environment
     * @param flags       key word to value, from the command line
     * @throws SettingsException naming the source, the key and what to write instead
     */
    public static Settings read(Optional<Path> file, Map<String, String> environment,
            Map<String, String> flags) {
        Map<Key, String> values = new EnumMap<>(Key.class);
        for (Key key : Key.values()) {
            values.put(key, key.standard());
        }
        file.map(Settings::properties).ifPresent(properties -> properties.stringPropertyNames().forEach(
                word -> values.put(known(word, "file " + file.orElseThrow()),
                        properties.getProperty(word).strip())));
        environment.forEach((variable, value) -> {
            if (variable.startsWith("ANXIN_") && !NOT_OURS.contains(variable)) {
                values.put(Key.ofVariable(variable)
                        .orElseThrow(() -> new SettingsException("environment: " + variable
                                + " is not a setting; known are " + variables())),
                        value.strip());
            }
        });
        flags.forEach((word, value) -> values.put(known(word, "command line"), value.strip()));
        Settings settings = new Settings(values);
        settings.check();
        return settings;
    }

    public int webPort() {
        return port(Key.WEB_PORT);
    }

    public int mqttPort() {
        return port(Key.MQTT_PORT);
    }

    public Path dataFolder() {
        Path folder = Path.of(get(Key.DATA_DIR));
        return folder.isAbsolute() ? folder : home().resolve(folder).normalize();
    }

    /** Where the external database is; empty for the embedded one. */
    public Optional<Database.Address> database() {
        return get(Key.DATABASE_URL).isEmpty()
                ? Optional.empty()
                : Optional.of(address(get(Key.DATABASE_URL)));
    }

    public ZoneId timeZone() {
        try {
            return ZoneId.of(get(Key.TIME_ZONE));
        } catch (DateTimeException unknown) {
            throw new SettingsException(
                    "time.zone '" + get(Key.TIME_ZONE) + "' is no time zone; write e.g. Asia/Shanghai");
        }
    }

    public String organisationCode() {
        String code = get(Key.ORGANISATION_CODE);
        if (!code.matches("[a-z0-9-]{1,32}")) {
            throw new SettingsException("organisation.code '" + code + "' is not 1 to 32 of a-z, 0-9 and -");
        }
        return code;
    }

    public String organisationName() {
        return get(Key.ORGANISATION_NAME);
    }

    public String division() {
        return get(Key.ORGANISATION_DIVISION);
    }

    /** Who carries messages of a channel; empty when they stay in the house. */
    public Optional<Provider> provider(Channel channel) {
        return switch (channel) {
            case SMS -> new ProviderSettings(Key.SMS_URL, Key.SMS_SECRET, Key.SMS_TEMPLATE)
                    .provider(this::get, home());
            case VOICE -> new ProviderSettings(Key.VOICE_URL, Key.VOICE_SECRET, Key.VOICE_TEMPLATE)
                    .provider(this::get, home());
        };
    }

    public String deskPhone() {
        return get(Key.ORGANISATION_PHONE);
    }

    private String get(Key key) {
        return values.getOrDefault(key, key.standard());
    }

    private void check() {
        // Two servers of one process on one port would share its connections between them, without a word.
        if (webPort() != 0 && webPort() == mqttPort()) {
            throw new SettingsException(
                    "web.port and mqtt.port are both " + webPort() + "; give each its own");
        }
        timeZone();
        database();
        organisationCode();
        Arrays.stream(Channel.values()).forEach(this::provider);
    }

    // 0 asks for a free port, which tests and a second demo beside the first need.
    private int port(Key key) {
        try {
            int port = Integer.parseInt(get(key));
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the same sentence
        }
        throw new SettingsException(key.word() + " '" + get(key) + "' is not a port; write 0 to 65535");
    }

    private static Database.Address address(String url) {
        try {
            URI uri = new URI(url.replaceFirst("^jdbc:", ""));
            String[] login = String.valueOf(uri.getUserInfo()).split(":", 2);
            if ("postgresql".equals(uri.getScheme()) && uri.getHost() != null && login.length == 2) {
                int port = uri.getPort() < 0 ? 5432 : uri.getPort();
                String query = uri.getQuery() == null ? "" : "?" + uri.getQuery();
                return new Database.Address(
                        "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getPath() + query, login[0],
                        new Protected(login[1]));
            }
        } catch (URISyntaxException malformed) {
            // falls through to the same sentence, which does not repeat the password
        }
        throw new SettingsException("database.url is not postgresql://user:password@host:port/database");
    }

    private static Path home() {
        return Path.of(System.getProperty("anxin.home", "."));
    }

    private static Key known(String word, String source) {
        return Key.ofWord(word).orElseThrow(() -> new SettingsException(
                source + ": '" + word + "' is not a setting; known are " + words()));
    }

    private static String words() {
        return String.join(", ", Arrays.stream(Key.values()).map(Key::word).toList());
    }

    private static String variables() {
        return String.join(", ", Arrays.stream(Key.values()).map(Key::variable).toList());
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException unreadable) {
            throw new SettingsException(
                    "cannot read the settings file " + file + ": " + unreadable.getMessage());
        }
    }
}
