package anxin.simulators.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Counts what came of everyday service, over all people of a town. */
public final class Tally {

    private final Map<Mark, Integer> counts = new ConcurrentHashMap<>();

    /** What is counted. The last four should stay at nothing. */
    public enum Mark {
        ORDERED,
        WRONG_ORDER_REFUSED,
        ORDER_REFUSED,
        SELF_PAY_CONFIRMED,
        CANCELLED,
        RATED,
        REVIEWED,
        VISIT_ACCEPTED,
        VISIT_ENDED,
        NO_ACCESS,
        NOT_DONE,
        GIVEN_BACK,
        STEP_REFUSED,
        REPEATED_ALIKE,
        WRONG_ORDER_TAKEN,
        REPEATED_DIFFERENTLY,
        RESIDENT_NOT_FOUND,
        ASKED_DURING_CARE
    }

    public int count(Mark mark) {
        return counts.getOrDefault(mark, 0);
    }

    /** For a log or a person: every mark that was met, with its count. */
    @Override
    public String toString() {
        return Arrays.stream(Mark.values()).filter(mark -> count(mark) > 0)
                .map(mark -> mark.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + count(mark))
                .collect(Collectors.joining(", "));
    }

    void add(Mark mark) {
        counts.merge(mark, 1, Integer::sum);
    }
}
