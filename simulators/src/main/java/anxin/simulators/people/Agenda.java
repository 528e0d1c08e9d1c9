package anxin.simulators.people;

import anxin.simulators.people.Tally.Mark;
import anxin.simulators.people.Temper.Occupation;
import anxin.simulators.people.VisitInHand.Move;
import anxin.simulators.town.Place;
import anxin.simulators.web.Answer;
import anxin.simulators.web.Phone;
import anxin.simulators.web.Phone.VisitStep;
import anxin.simulators.web.Visit;
import anxin.simulators.web.Visit.Diversion;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The visits of one caregiver's day, one at a time: what is under way first, then by the hour. */
final class Agenda {

    private static final Logger LOG = LoggerFactory.getLogger(Agenda.class);

    private final String login;
    private final Phone phone;
    private final Surroundings around;
    private final Map<String, VisitInHand> inHand = new HashMap<>();
    private List<Visit> visits = List.of();

    Agenda(String login, Phone phone, Surroundings around) {
        this.login = login;
        this.phone = phone;
        this.around = around;
    }

    /** Whether something was said, so that the page should be read again. */
    sealed interface Progress {

        record Said() implements Progress {}

        record Waits(Instant until) implements Progress {}
    }

    /** Takes note of what the page shows; what is no longer there was ended, diverted or taken away. */
    void know(List<Visit> shown, Instant now) {
        visits = shown;
        Set<String> ids = shown.stream().map(Visit::id).collect(Collectors.toSet());
        inHand.keySet().retainAll(ids);
        for (Visit visit : shown) {
            inHand.computeIfAbsent(visit.id(), id -> new VisitInHand(visit, now, around));
        }
    }

    /** Says what is due about the visit that comes first. */
    Progress goOn(Place here, Instant now) {
        Optional<Visit> first = findFirst();
        VisitInHand visit = first.map(Visit::id).map(inHand::get).orElse(null);
        if (first.isEmpty() || visit == null) {
            return new Progress.Waits(Instant.MAX);
        }
        return switch (visit.next(first.get(), here, now)) {
            case Move.Wait(Instant until) -> new Progress.Waits(until);
            case Move.Say(VisitStep step) -> {
                Answer answer = phone.step(first.get(), step, visit.evidence(here, now));
                LOG.debug("{} {} {}: {}", login, first.get().service(), step.word(), answer.brief());
                count(step, answer);
                visit.answered(step, first.get(), answer, now);
                yield new Progress.Said();
            }
        };
    }

    /** A call for life comes first; whatever way this person was on begins again afterwards. */
    void interrupt() {
        inHand.values().forEach(VisitInHand::interrupt);
    }

    Place placeAt(Instant now, Place standing) {
        return findFirst().filter(Visit::isUnderWay).map(Visit::id).map(inHand::get)
                .map(visit -> visit.placeAt(now, standing)).orElse(standing);
    }

    boolean isUnderWay() {
        return visits.stream().anyMatch(Visit::isUnderWay);
    }

    /** What this person does as far as visits go: a meal run leaves them free, a bath that has begun does not. */
    Occupation occupation() {
        return findFirst().filter(Visit::isUnderWay).filter(visit -> visit.diversion() == Diversion.FORBIDDEN)
                .map(visit -> visit.state().equals("in-progress")
                        ? Occupation.IN_CARE
                        : Occupation.WITH_A_RESIDENT)
                .orElse(Occupation.FREE);
    }

    private Optional<Visit> findFirst() {
        return visits.stream()
                .min(Comparator.comparing((Visit visit) -> !visit.isUnderWay())
                        .thenComparing(Visit::startsAt));
    }

    private void count(VisitStep step, Answer answer) {
        Tally tally = around.everyday().tally();
        if (answer.isRefused()) {
            tally.add(Mark.STEP_REFUSED);
        }
        if (!answer.isDone()) {
            return;
        }
        switch (step.word()) {
            case "checked-out" -> tally.add(Mark.VISIT_ENDED);
            case "no-access" -> tally.add(Mark.NO_ACCESS);
            case "not-done" -> tally.add(Mark.NOT_DONE);
            case "given-back" -> tally.add(Mark.GIVEN_BACK);
            default -> LOG.trace("{} goes on", login);
        }
    }
}
