package anxin.simulators.ledger;

import anxin.simulators.device.EventKey;
import anxin.simulators.ledger.LedgerEntry.Act;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a ledger back, line by line. */
public final class LedgerReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LedgerReader() {}

    /** Every entry in the order of writing; a {@link LedgerException} names the first line that is none. */
    public static List<LedgerEntry> read(Path path) {
        try {
            // A last line without its end was being written when the program died; its act never happened.
            String text = Files.readString(path);
            List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
            List<LedgerEntry> entries = new ArrayList<>(lines.size());
            for (int i = 0; i < lines.size(); i++) {
                entries.add(entry(lines.get(i), path + ":" + (i + 1)));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger " + path + " cannot be read", e);
        }
    }

    private static LedgerEntry entry(String text, String where) {
        try {
            JsonNode line = JSON.readTree(text);
            return new LedgerEntry(act(line.path("e").asText(), where),
                    new EventKey(required(line, "device", where), required(line, "boot", where),
                            line.required("seq").longValue()),
                    optional(line, "kind"), optional(line, "incident"),
                    Instant.parse(required(line, "at", where)));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            throw new LedgerException(where + " is no ledger line: " + e.getMessage());
        }
    }

    private static Act act(String word, String where) {
        return Arrays.stream(Act.values()).filter(act -> act.word().equals(word)).findFirst()
                .orElseThrow(() -> new LedgerException(where + " has the unknown act '" + word + "'"));
    }

    private static String required(JsonNode line, String field, String where) {
        String value = optional(line, field);
        if (value == null) {
            throw new LedgerException(where + " has no '" + field + "'");
        }
        return value;
    }

    private static @Nullable String optional(JsonNode line, String field) {
        return line.path(field).isTextual() ? line.path(field).textValue() : null;
    }
}
