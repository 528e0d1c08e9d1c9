package anxin.dispatcher.invariant;

import anxin.dispatcher.incident.Actor;
import anxin.dispatcher.incident.Event;
import anxin.dispatcher.incident.EventKind;
import anxin.dispatcher.incident.IncidentId;
import anxin.dispatcher.store.Word;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The file of one incident while it is read. */
final class IncidentStory implements FileCheck.Story<InvariantStore.Entry> {

    private static final Map<String, EventKind> KINDS = Arrays.stream(EventKind.values())
            .collect(Collectors.toMap(Word::of, Function.identity()));

    private final History history = new History();

    @Override
    public Optional<String> fault(InvariantStore.Entry entry, byte[] hashBefore) {
        EventKind kind = KINDS.get(entry.kind());
        if (kind == null) {
            return Optional.of("is of no known kind: " + entry.kind());
        }
        Event event = new Event(new IncidentId(entry.subject()), entry.seq(), entry.at(), kind,
                new Actor(entry.actor()), entry.body(), entry.hash());
        return event.follows(hashBefore)
                ? history.objection(kind, entry.actor())
                : Optional.of(FileCheck.NOT_SEALED);
    }

    @Override
    public Optional<String> disagreement(InvariantStore.Entry last) {
        return history.disagreement(last.desk(), last.help());
    }
}
