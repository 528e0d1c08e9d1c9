package anxin.dispatcher.invariant;

import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What breaks a promise; all of it counted, the first few named.
 *
 * @param named no more than {@link #NAMED} are kept
 */
record Violations(long total, List<String> named) {

    static final int NAMED = 20;
    static final Violations NONE = new Violations(0, List.of());

    private record Counted(String violation, long total) {

        static Counted of(Row row) {
            return new Counted(row.text("violation"), row.bigNumber("total"));
        }
    }

    Violations {
        named = named.stream().limit(NAMED).toList();
    }

    static Violations of(String... violations) {
        return new Violations(violations.length, List.of(violations));
    }

    /** What a query finds whose rows are the first violations, each with the total of them. */
    static Violations found(Sql sql, String query, @Nullable Object... arguments) {
        List<Counted> found = sql.list(query, Counted::of, arguments);
        return found.isEmpty()
                ? NONE
                : new Violations(found.getFirst().total(), found.stream().map(Counted::violation).toList());
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
