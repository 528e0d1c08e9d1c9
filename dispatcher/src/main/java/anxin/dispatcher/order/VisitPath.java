package anxin.dispatcher.order;

import anxin.dispatcher.catalogue.Check;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.store.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which steps may follow on a visit, and what each asks. Pure: no clock, no database. */
public final class VisitPath {

    private VisitPath() {}

    /** A step that may follow, with what it asks. */
    public record Next(VisitStep step, List<Check> checks, Asked asked) {}

    /** Whether a step's questions are still open. */
    public enum Asked {
        NOW,
        /** A colleague answered for both; what somebody answers as well is kept in the file only. */
        BEFORE
    }

    /**
     * The steps open to one worker, the usual one first.
     *
     * @param step     how far this worker has come
     * @param asked    all that the service asks
     * @param answered the stages that are answered; of two workers, one answers for both
     */
    public static List<Next> next(ServiceOrder order, Step step, List<Check> asked, Set<String> answered) {
        List<VisitStep> steps = switch (step) {
            case ACCEPTED -> List.of(VisitStep.ON_THE_WAY, VisitStep.GIVEN_BACK);
            case ON_THE_WAY -> List.of(VisitStep.CHECKED_IN, VisitStep.NO_ACCESS, VisitStep.GIVEN_BACK);
            case ARRIVED -> atTheDoor(order, asked);
            case DONE, GIVEN_BACK, DIVERTED -> List.of();
        };
        return steps.stream().map(follows -> next(follows, asked, answered)).toList();
    }

    private static List<VisitStep> atTheDoor(ServiceOrder order, List<Check> asked) {
        boolean begins = asked.stream().anyMatch(check -> check.stage().equals(Word.of(VisitStep.BEGUN)));
        if (order.progress().state() == OrderState.IN_PROGRESS) {
            return List.of(VisitStep.CHECKED_OUT);
        }
        List<VisitStep> steps = new ArrayList<>();
        steps.add(begins ? VisitStep.BEGUN : VisitStep.CHECKED_OUT);
        steps.add(VisitStep.NO_ACCESS);
        steps.add(VisitStep.NOT_DONE);
        return steps;
    }

    private static Next next(VisitStep step, List<Check> asked, Set<String> answered) {
        String stage = Word.of(step);
        return answered.contains(stage)
                ? new Next(step, List.of(), Asked.BEFORE)
                : new Next(step, asked.stream().filter(check -> check.stage().equals(stage)).toList(),
                        Asked.NOW);
    }
}
