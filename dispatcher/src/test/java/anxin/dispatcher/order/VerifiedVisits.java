package anxin.dispatcher.order;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.invariant.Finding;
import anxin.dispatcher.invariant.Verdict;
import anxin.dispatcher.invariant.Verification;
import anxin.dispatcher.resident.Gender;
import anxin.dispatcher.responder.Responder;
import anxin.dispatcher.visit.Fix;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A town whose store is broken behind its back, and what is said about it. */
abstract class VerifiedVisits extends VisitingTown {

    private static final Fix ELSEWHERE = fix(39.70, 109.78, 20);

    /** Changes the store as nothing in the system would. */
    int corrupted(String statement, @Nullable Object... arguments) {
        return dispatcher.sql().update(statement, arguments);
    }

    Finding finding(String id) {
        return Verification.of(dispatcher.sql(), Optional.empty(), clock.instant()).findings().stream()
                .filter(finding -> finding.id().equals(id)).findFirst().orElseThrow();
    }

    List<String> violations(String id) {
        return finding(id).violations();
    }

    void assertHolds(String id) {
        assertThat(finding(id)).extracting(Finding::verdict, Finding::violations)
                .containsExactly(Verdict.HOLDS, List.of());
    }

    /** A lunch on its way with somebody new. */
    ServiceOrder carried(Responder worker) {
        ServiceOrder order = lunch();
        accept(order, worker);
        passTo("11:20");
        step(order, worker, VisitStep.ON_THE_WAY, Map.of("cooked-at", at("11:05").toString()));
        return order;
    }

    ServiceOrder eaten(Responder worker) {
        ServiceOrder order = carried(worker);
        step(order, worker, VisitStep.CHECKED_IN);
        step(order, worker, VisitStep.CHECKED_OUT, Map.of("handed-over", "yes"));
        return order;
    }

    /** Brought by somebody whose phone says they were elsewhere. */
    ServiceOrder doubtful(Responder worker) {
        ServiceOrder order = carried(worker);
        report(order, worker, VisitStep.CHECKED_IN, Map.of(), Optional.of(ELSEWHERE), Optional.empty());
        step(order, worker, VisitStep.CHECKED_OUT, Map.of("handed-over", "yes"));
        return order;
    }

    ServiceOrder cancelled() {
        ServiceOrder order = lunch();
        dispatcher.orders().orders().cancel(order.id(), operator, "resident", "儿子带饭来了");
        return order;
    }

    Responder near() {
        return worker("近", 4, Gender.FEMALE);
    }

    static String of(ServiceOrder order) {
        return "order " + order.id().uuid();
    }
}
