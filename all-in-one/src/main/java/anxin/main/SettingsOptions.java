package anxin.main;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags every command shares. */
final class SettingsOptions {

    @Option(names = "--config", paramLabel = "FILE", description = "settings file: key=value lines")
    private @Nullable Path config;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "one setting, may be repeated, e.g. --set web.port=8090")
    private Map<String, String> set = new LinkedHashMap<>();

    Settings read() {
        Optional<Path> file = Optional.ofNullable(config)
                .or(() -> Optional.ofNullable(System.getenv("ANXIN_CONFIG")).map(Path::of));
        return Settings.read(file, System.getenv(), set);
    }
}
