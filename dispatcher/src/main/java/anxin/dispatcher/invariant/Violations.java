package anxin.dispatcher.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What breaks a promise; all of it counted, the first few named.
 *
 * @param named no more than {@link #NAMED} are kept
 */
record Violations(long total, List<String> named) {

    static final int NAMED = 20;
    static final Violations NONE = new Violations(0, List.of());

    static Violations of(String... violations) {
        return new Violations(violations.length, List.of(violations));
    }

    Violations {
        named = named.stream().limit(NAMED).toList();
    }

    Violations and(Violations others) {
        return new Violations(total + others.total,
                Stream.concat(named.stream(), others.named.stream()).toList());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(named);
        if (total > named.size()) {
            lines.add("... and " + (total - named.size()) + " more");
        }
        return lines;
    }
}
