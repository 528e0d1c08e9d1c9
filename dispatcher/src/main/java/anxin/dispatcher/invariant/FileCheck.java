package anxin.dispatcher.invariant;

import anxin.dispatcher.incident.Actor;
import anxin.dispatcher.incident.Event;
import anxin.dispatcher.incident.EventKind;
import anxin.dispatcher.incident.IncidentId;
import anxin.dispatcher.invariant.InvariantStore.Entry;
import anxin.dispatcher.store.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one incident's file from the first entry to the last: numbers, seals, and whether it could happen like that. */
final class FileCheck {

    /** What all files together showed; of each file only the first fault, because the rest follows from it. */
    record Result(long files, long entries, Violations violations) {}

    private static final int AT_ONCE = 5_000;
    private static final int HASH_BYTES = 32;
    private static final Map<String, EventKind> KINDS = Arrays.stream(EventKind.values())
            .collect(Collectors.toMap(Word::of, Function.identity()));

    private final History history = new History();
    private byte[] hashBefore = new byte[HASH_BYTES];
    private int seqBefore;
    private boolean faulty;

    /** Every file of the store. */
    static Result all(InvariantStore store) {
        Result result = new Result(0, 0, Violations.NONE);
        FileCheck file = new FileCheck();
        Entry last = null;
        List<Entry> some = store.entriesAfter(new UUID(0, 0), 0, AT_ONCE);
        while (!some.isEmpty()) {
            for (Entry entry : some) {
                if (last == null || !last.incident().equals(entry.incident())) {
                    result = last == null ? result : file.closed(result, last);
                    file = new FileCheck();
                }
                result = file.read(result, entry);
                last = entry;
            }
            some = store.entriesAfter(some.getLast().incident(), some.getLast().seq(), AT_ONCE);
        }
        return last == null ? result : file.closed(result, last);
    }

    private Result read(Result sofar, Entry entry) {
        Violations found = faulty ? Violations.NONE : named(entry, fault(entry));
        faulty |= found.total() > 0;
        hashBefore = entry.hash();
        seqBefore = entry.seq();
        return new Result(sofar.files(), sofar.entries() + 1, sofar.violations().and(found));
    }

    private Result closed(Result sofar, Entry last) {
        Violations found = faulty
                ? Violations.NONE
                : named(last, history.disagreement(last.desk(), last.help()));
        return new Result(sofar.files() + 1, sofar.entries(), sofar.violations().and(found));
    }

    private Optional<String> fault(Entry entry) {
        if (entry.seq() != seqBefore + 1) {
            return Optional.of("follows entry " + seqBefore);
        }
        EventKind kind = KINDS.get(entry.kind());
        if (kind == null) {
            return Optional.of("is of no known kind: " + entry.kind());
        }
        Event event = new Event(new IncidentId(entry.incident()), entry.seq(), entry.at(), kind,
                new Actor(entry.actor()), entry.body(), entry.hash());
        return event.follows(hashBefore)
                ? history.objection(kind, entry.actor())
                : Optional.of("is not sealed onto the entry before, or was changed");
    }

    private static Violations named(Entry entry, Optional<String> fault) {
        return fault.map(what -> Violations
                .of("incident " + entry.incident() + " entry " + entry.seq() + " (" + entry.kind() + ") "
                        + what))
                .orElse(Violations.NONE);
    }
}
