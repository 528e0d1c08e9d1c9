package anxin.simulators.people;

import anxin.simulators.people.Decision.Follow;
import anxin.simulators.town.Place;
import anxin.simulators.web.Phone.Task;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One accepted task from "I go" to "done": when which step is due, and where the person is meanwhile. Pure. */
final class Errand {

    private static final Duration BEFORE_GIVING_BACK = Duration.ofSeconds(150);

    private final String task;
    private final Way way;
    private final Follow follow;
    private final Instant accepted;
    private final Instant finishes;

    /** The task may also be one that was already under way when the simulation started again. */
    Errand(Task task, Place from, Follow follow, Instant now, Surroundings around) {
        boolean there = task.step().equals("arrived");
        this.task = task.id();
        this.follow = follow;
        accepted = now;
        way = Way.leaving(now.plus(around.shortened(around.between(15, 60))), there ? task.place() : from,
                task.place(), around);
        finishes = way.arrives().plus(around.shortened(around.between(30 * 60, 40 * 60)));
    }

    boolean isFor(Task other) {
        return task.equals(other.id());
    }

    Place placeAt(Instant now) {
        return follow == Follow.STAYS_WHERE_THEY_ARE ? way.from() : way.placeAt(now);
    }

    /** The next thing to say, given what the server knows already. */
    Step next(Task known) {
        if (follow == Follow.STAYS_WHERE_THEY_ARE) {
            return new Step("given-back", accepted.plus(BEFORE_GIVING_BACK), "去不了,请安排别人");
        }
        return switch (known.step()) {
            case "accepted" -> new Step("on-the-way", way.leaves(), null);
            case "on-the-way" -> new Step("arrived", way.arrives(), null);
            default -> new Step("done", finishes, "已上门,老人情况稳定");
        };
    }

    /** One word to the server, and when. */
    record Step(String word, Instant at, @Nullable String note) {}
}
