package anxin.dispatcher.incident;

import anxin.dispatcher.store.Json;
import anxin.dispatcher.store.Word;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** What an incident's file says about how things stood last. Pure: no clock, no database. */
record Past(List<Event> file) {

    private static final String SAFE = Word.of(ContactResult.ANSWERED_SAFE);
    private static final String NEEDS_HELP = Word.of(ContactResult.NEEDS_HELP);

    private static final Set<EventKind> SIGNALS = Set.of(EventKind.RAISED, EventKind.REPEATED,
            EventKind.SECOND_SIGNAL);
    private static final Set<EventKind> ASKING = Set.of(EventKind.OFFERED, EventKind.NOBODY_TO_ASK,
            EventKind.GIVEN_BACK, EventKind.STOOD_DOWN);

    Past {
        file = List.copyOf(file);
    }

    /** Whether a voice said that the resident is safe, and no other voice and no signal came after it. */
    boolean isSaidSafe() {
        return last(event -> SIGNALS.contains(event.kind()) || says(event, "result", NEEDS_HELP)
                || says(event, "result", SAFE))
                .filter(event -> says(event, "result", SAFE)).isPresent();
    }

    /** Whether the keeper wrote why nobody further is asked, and nobody was asked or gave back after it. */
    boolean isStoodDown() {
        return last(event -> ASKING.contains(event.kind()))
                .filter(event -> event.kind() == EventKind.STOOD_DOWN).isPresent();
    }

    /** Whether a signal so far was about this order's door. */
    boolean isAbout(UUID order) {
        return file.stream()
                .anyMatch(event -> SIGNALS.contains(event.kind()) && says(event, "order", order.toString()));
    }

    private Optional<Event> last(Predicate<Event> which) {
        return file.reversed().stream().filter(which).findFirst();
    }

    private static boolean says(Event event, String what, String word) {
        return word.equals(Json.read(event.body(), new TypeReference<Map<String, Object>>() {
        }).get(what));
    }
}
