package anxin.dispatcher.invariant;

import anxin.dispatcher.offer.Step;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who holds an order while its file is read, and how far each has come. What is objected to has not happened. */
final class OrderTeam {

    private final int workers;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private int done;
    private boolean anybodyAsked;

    OrderTeam(int workers) {
        this.workers = workers;
    }

    boolean isComplete() {
        return steps.size() + done >= workers;
    }

    /** Whether somebody was there and nobody is any more. */
    boolean isGone() {
        return steps.isEmpty() && done > 0;
    }

    Optional<String> offered() {
        Optional<String> against = wanted();
        anybodyAsked = true;
        return against;
    }

    Optional<String> wanted() {
        return isComplete() ? Optional.of("looks for somebody although nobody is missing") : Optional.empty();
    }

    Optional<String> asked() {
        return anybodyAsked ? Optional.empty() : Optional.of("answers what was not offered");
    }

    Optional<String> accepts(String actor) {
        if (!anybodyAsked) {
            return Optional.of("accepts what was not offered");
        }
        if (isComplete()) {
            return Optional.of("accepts what is complete with " + String.join(" and ", steps.keySet()));
        }
        return steps.putIfAbsent(actor, Step.ACCEPTED) == null
                ? Optional.empty()
                : Optional.of("accepts a second place");
    }

    Optional<String> holds(String actor) {
        return steps.containsKey(actor)
                ? Optional.empty()
                : Optional.of("is by " + actor + ", who has not accepted");
    }

    /** A visit knows every step: nobody is inside who was not on the way. */
    Optional<String> sets(String actor, Step reached) {
        Step before = steps.get(actor);
        if (before == null) {
            return holds(actor);
        }
        boolean skipped = before == Step.ACCEPTED && reached == Step.ARRIVED;
        if (skipped || !reached.mayFollow(before)) {
            return Optional.of("cannot follow " + before.name());
        }
        if (reached == Step.DONE) {
            steps.remove(actor);
            done++;
        } else {
            steps.put(actor, reached);
        }
        return Optional.empty();
    }

    Optional<String> leaves(String actor, Step how) {
        Step before = steps.get(actor);
        if (before == null) {
            return holds(actor);
        }
        if (!how.mayFollow(before)) {
            return Optional.of("cannot follow " + before.name());
        }
        steps.remove(actor);
        return Optional.empty();
    }

    /** The desk takes a visit from somebody, wherever they are. */
    Optional<String> isTakenFrom(String actor) {
        return holds(actor).or(() -> {
            steps.remove(actor);
            return Optional.empty();
        });
    }

    Optional<String> somebodyAtTheDoor() {
        return steps.containsValue(Step.ARRIVED)
                ? Optional.empty()
                : Optional.of("ends it although nobody is there");
    }

    Optional<String> begins(String actor) {
        return isAtTheDoor(actor).or(() -> {
            long inside = steps.values().stream().filter(Step.ARRIVED::equals).count();
            return inside < workers
                    ? Optional.of("begins with " + inside + " of " + workers + " people")
                    : Optional.empty();
        });
    }

    Optional<String> isAtTheDoor(String actor) {
        return holds(actor).or(() -> steps.get(actor) == Step.ARRIVED
                ? Optional.empty()
                : Optional.of("is by " + actor + ", who is not there"));
    }

    Optional<String> isOut(String actor) {
        return holds(actor).or(() -> steps.get(actor) == Step.ACCEPTED
                ? Optional.of("is by " + actor + ", who has not left")
                : Optional.empty());
    }

    Optional<String> nobodyAtTheDoor() {
        return steps.containsValue(Step.ARRIVED)
                ? Optional.of("calls it off while somebody is at the door")
                : Optional.empty();
    }
}
