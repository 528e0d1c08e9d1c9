package anxin.simulators.load;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words after a command: {@code --name value} pairs and flags. */
public final class Arguments {

    private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m|h)");

    private final Map<String, String> values = new HashMap<>();

    /** Reads the words of one command, which knows only these names and flags. */
    public static Arguments read(List<String> words, Set<String> names, Set<String> flags) {
        Arguments arguments = new Arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String name = word.startsWith("--") ? word.substring(2) : "";
            if (flags.contains(name)) {
                arguments.values.put(name, "");
            } else if (!names.contains(name)) {
                throw new UsageException("'" + word + "' is not known here; see --help");
            } else if (i + 1 == words.size()) {
                throw new UsageException(word + " wants a value");
            } else {
                arguments.values.put(name, words.get(++i));
            }
        }
        return arguments;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new UsageException("--" + name + " is missing; see --help");
        }
        return value;
    }

    public Path path(String name) {
        return Path.of(text(name));
    }

    /** An address with a scheme, such as http://127.0.0.1:8080 or tcp://127.0.0.1:1883. */
    public URI address(String name, Set<String> schemes) {
        String text = text(name);
        try {
            URI uri = URI.create(text);
            if (uri.getScheme() != null && schemes.contains(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(name, text, e.getMessage());
        }
        throw wrong(name, text, "write scheme, host and port, the scheme one of " + schemes);
    }

    public int count(String name, int absent) {
        return Math.toIntExact(number(name, absent, Integer.MAX_VALUE));
    }

    /** Any whole number from 0. */
    public long number(String name, long absent, long most) {
        String text = values.get(name);
        if (text == null) {
            return absent;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, text, "write a whole number");
        }
        throw wrong(name, text, "write a whole number from 0 to " + most);
    }

    public Duration duration(String name, Duration absent) {
        String text = values.get(name);
        return text == null ? absent : duration(name, DURATION.matcher(text), text);
    }

    private static Duration duration(String name, Matcher parts, @Nullable String text) {
        if (!parts.matches()) {
            throw wrong(name, String.valueOf(text), "write a number with ms, s, m or h, such as 250ms");
        }
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static UsageException wrong(String name, String value, @Nullable String what) {
        return new UsageException("--" + name + " '" + value + "': " + what);
    }
}
