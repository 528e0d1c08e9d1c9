package anxin.simulators.load;

import anxin.simulators.web.Card;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** When a board first showed which press of which incident. Plain; times are moments of one monotonic clock. */
final class Sightings {

    private final Map<String, Map<Mark, Long>> shown = new HashMap<>();
    private List<Card> cards = List.of();

    /** How a card tells that its device called again. */
    record Mark(int presses, String lastSignalAt) {

        static Mark of(Card card) {
            return new Mark(card.presses(), card.lastSignalAt());
        }
    }

    void note(List<Card> board, long moment) {
        cards = board;
        for (Card card : board) {
            shown.computeIfAbsent(card.id(), unseen -> new LinkedHashMap<>()).putIfAbsent(Mark.of(card),
                    moment);
        }
    }

    boolean hasOpenIncident(String device) {
        return cards.stream().anyMatch(card -> card.isOpen() && card.device().equals(device));
    }

    Map<String, Mark> marks() {
        Map<String, Mark> marks = new HashMap<>();
        cards.forEach(card -> marks.put(card.id(), Mark.of(card)));
        return marks;
    }

    /** When the incident was first shown otherwise than in {@code before}: new, or pressed again. */
    OptionalLong firstShown(String incident, Map<String, Mark> before) {
        Map<Mark, Long> marks = shown.getOrDefault(incident, Map.of());
        Mark old = before.get(incident);
        long since = old == null ? Long.MIN_VALUE : marks.getOrDefault(old, Long.MIN_VALUE);
        return marks.values().stream().mapToLong(Long::longValue).filter(moment -> moment > since)
                .findFirst();
    }
}
