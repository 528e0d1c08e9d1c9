package anxin.dispatcher.invariant;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the devices did, written down by themselves outside this system: the witness the store is checked against. */
public final class Ledger {

    /** One numbered event of one device, as the store keys it. */
    record Key(String device, String key) {}

    private static final class Story {

        private boolean sent;
        private boolean acknowledged;
        private Set<UUID> told = Set.of();
    }

    private final Map<String, Map<String, Story>> stories = new TreeMap<>();
    private @Nullable Instant firstAt;
    private long lines;
    private int halfLines;

    private Ledger() {}

    /**
     * Reads JSON lines, one for each act. A last line that was cut off when its writer died is counted and left out.
     *
     * @throws LedgerException naming the first other line that is none
     */
    public static Ledger read(Path file) {
        Ledger ledger = new Ledger();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            boolean cutOff = !endsWithLineEnd(file);
            String line = reader.readLine();
            while (line != null) {
                String next = reader.readLine();
                ledger.lines++;
                if (next == null && cutOff && !line.endsWith("}")) {
                    ledger.halfLines++;
                } else {
                    ledger.add(line, file);
                }
                line = next;
            }
            return ledger;
        } catch (IOException unreadable) {
            throw new LedgerException("cannot read the ledger " + file + ": " + unreadable.getMessage(),
                    unreadable);
        }
    }

    /** How many lines the file has, a half one included. */
    public long lines() {
        return lines;
    }

    /** One when the last line was cut off, otherwise none. */
    public int halfLines() {
        return halfLines;
    }

    /** When the first act was written down; empty for an empty ledger. */
    Optional<Instant> firstAt() {
        return Optional.ofNullable(firstAt);
    }

    List<String> devices() {
        return List.copyOf(stories.keySet());
    }

    /** What the server took responsibility for. */
    List<Key> acknowledged() {
        List<Key> acknowledged = new ArrayList<>();
        stories.forEach((device, events) -> events.forEach((key, story) -> {
            if (story.acknowledged) {
                acknowledged.add(new Key(device, key));
            }
        }));
        return acknowledged;
    }

    boolean wasSent(Key event) {
        Story story = find(event);
        return story != null && story.sent;
    }

    /** The incidents that the device was told its event belongs to; more than one is wrong, but possible. */
    Set<UUID> told(Key event) {
        Story story = find(event);
        return story == null ? Set.of() : story.told;
    }

    private @Nullable Story find(Key event) {
        return stories.getOrDefault(event.device(), Map.of()).get(event.key());
    }

    private void add(String text, Path file) {
        try {
            add(LedgerLine.parse(text));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new LedgerException(
                    "line " + lines + " of " + file + " is no ledger line: " + wrong.getMessage(), wrong);
        }
    }

    private void add(LedgerLine line) {
        firstAt = firstAt == null || line.at().isBefore(firstAt) ? line.at() : firstAt;
        Story story = stories.computeIfAbsent(line.device(), device -> new TreeMap<>())
                .computeIfAbsent(line.key(), key -> new Story());
        switch (line.act()) {
            case SENT -> story.sent = true;
            case PUBACK -> story.acknowledged = true;
            case EVT_ACK -> {
                story.acknowledged = true;
                line.incident().ifPresent(incident -> {
                    Set<UUID> told = new HashSet<>(story.told);
                    told.add(incident);
                    story.told = Set.copyOf(told);
                });
            }
        }
    }

    private static boolean endsWithLineEnd(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() == 0) {
                return true;
            }
            bytes.seek(bytes.length() - 1);
            return bytes.read() == '\n';
        }
    }
}
