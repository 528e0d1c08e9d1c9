package anxin.dispatcher.invariant;

import java.util.List;

/**
 * What became of one promise.
 *
 * @param id         the short name of the promise, e.g. I3
 * @param figures    what was counted, or why nothing was
 * @param violations what breaks it: at most twenty, then how many more there are
 */
public record Finding(String id, String promise, Verdict verdict, String figures, List<String> violations) {

    public Finding {
        violations = List.copyOf(violations);
        if ((verdict == Verdict.BROKEN) == violations.isEmpty()) {
            throw new IllegalArgumentException(
                    id + " is " + verdict + " with " + violations.size() + " violations");
        }
    }

    static Finding judged(String id, String promise, String figures, Violations violations) {
        Verdict verdict = violations.total() == 0 ? Verdict.HOLDS : Verdict.BROKEN;
        return new Finding(id, promise, verdict, figures, violations.lines());
    }

    static Finding notYet(String id, String promise, String why) {
        return new Finding(id, promise, Verdict.NOT_YET, why, List.of());
    }
}
