package anxin.simulators.town;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One object of the town file. Every complaint says where it is, for example {@code devices[3].kind}. */
final class Fields {

    private final JsonNode object;
    private final Path file;
    private final String where;

    Fields(JsonNode object, Path file, String where) {
        this.object = object;
        this.file = file;
        this.where = where;
        if (!object.isObject()) {
            throw new TownFileException("town file " + file + ": " + (where.isEmpty() ? "the whole" : where)
                    + " is not a JSON object");
        }
    }

    String text(String name) {
        JsonNode value = object.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw wrong(name, "must be a text that is not empty");
        }
        return value.textValue();
    }

    String textOr(String name, String absent) {
        return object.path(name).isMissingNode() || object.path(name).isNull() ? absent : text(name);
    }

    boolean flag(String name) {
        JsonNode value = object.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw wrong(name, "must be true or false");
        }
        return value.asBoolean(false);
    }

    <W extends Enum<W>> W word(String name, Class<W> words) {
        String written = text(name);
        return Arrays.stream(words.getEnumConstants()).filter(word -> asWritten(word).equals(written))
                .findFirst()
                .orElseThrow(() -> wrong(name, "is '" + written + "'; write one of "
                        + Arrays.stream(words.getEnumConstants()).map(Fields::asWritten)
                                .collect(Collectors.joining(", "))));
    }

    Place place() {
        return new Place(number("latitude", 90), number("longitude", 180));
    }

    List<Fields> list(String name) {
        JsonNode list = object.path(name);
        if (!list.isArray()) {
            throw wrong(name, "must be a list");
        }
        return IntStream.range(0, list.size())
                .mapToObj(i -> new Fields(list.get(i), file, path(name) + "[" + i + "]")).toList();
    }

    List<Fields> listOrNone(String name) {
        return object.path(name).isMissingNode() || object.path(name).isNull() ? List.of() : list(name);
    }

    private double number(String name, double limit) {
        JsonNode value = object.path(name);
        if (!value.isNumber() || !(Math.abs(value.doubleValue()) <= limit)) {
            throw wrong(name, "must be a number from -" + limit + " to " + limit);
        }
        return value.doubleValue();
    }

    private TownFileException wrong(String name, String complaint) {
        return new TownFileException("town file " + file + ": " + path(name) + " " + complaint);
    }

    private String path(String name) {
        return where.isEmpty() ? name : where + "." + name;
    }

    private static String asWritten(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
