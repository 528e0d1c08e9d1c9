package anxin.simulators.people;

import anxin.simulators.town.Place;
import anxin.simulators.web.Answer;
import anxin.simulators.web.Check;
import anxin.simulators.web.Phone.Evidence;
import anxin.simulators.web.Phone.VisitStep;
import anxin.simulators.web.Visit;
import anxin.simulators.web.Visit.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One accepted visit: when this person leaves, what is said at the door, and what is done about a refusal. Pure. */
final class VisitInHand {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Duration BEFORE_GIVING_BACK = Duration.ofMinutes(20);
    private static final Duration BEFORE_BEGINNING = Duration.ofMinutes(3);
    private static final Duration AT_A_SHUT_DOOR = Duration.ofMinutes(10);
    private static final Duration FETCHES_ANOTHER_MEAL = Duration.ofMinutes(10);
    private static final Duration SLOW_CLOCK = Duration.ofMinutes(40);
    private static final Duration ALONE_AT_MOST = Duration.ofHours(2);
    private static final int PATIENCE = 40;
    private static final String ALONE = "同事一直没有到，两个人的服务做不了";
    private static final String UNWELL = "临时身体不适，请安排别人";
    private static final String SHUT = "敲门、打电话都没有人应";

    private final Surroundings around;
    private final Set<Mishap> fate = EnumSet.noneOf(Mishap.class);
    private final Duration early;
    private @Nullable Way way;
    private @Nullable String whyNotDone;
    private String stage = "";
    private Instant stageSince = Instant.MIN;
    private Instant notBefore;
    private int refusals;

    VisitInHand(Visit visit, Instant now, Surroundings around) {
        this.around = around;
        early = around.between(0, 60);
        notBefore = now.plus(around.between(0.2, 1));
        // Whether a door is opened lies with the door, not with who stands before it.
        if (around.everyday().mishaps().strikes(Mishap.SHUT_DOOR, new Random(visit.order().hashCode()))) {
            fate.add(Mishap.SHUT_DOOR);
        }
        for (Mishap one : List.of(Mishap.BAD_READING, Mishap.STALE_MEAL, Mishap.NO_SATELLITES,
                Mishap.GIVEN_BACK)) {
            if (around.strikes(one)) {
                fate.add(one);
            }
        }
    }

    /** What this person does next about the visit. */
    sealed interface Move {

        /** Says it to the server, now. */
        record Say(VisitStep step) implements Move {}

        record Wait(Instant until) implements Move {}
    }

    Move next(Visit visit, Place here, Instant now) {
        String known = visit.step() + " " + visit.state();
        if (!known.equals(stage)) {
            stage = known;
            stageSince = now;
        }
        if (now.isBefore(notBefore)) {
            return new Move.Wait(notBefore);
        }
        return switch (visit.step()) {
            case "accepted" -> beforeLeaving(visit, here, now);
            case "on-the-way" -> onTheWay(visit, here, now);
            default -> atTheDoor(visit, now);
        };
    }

    /** Learns from what the server said. */
    void answered(VisitStep said, Visit visit, Answer answer, Instant now) {
        if (answer.isDone()) {
            notBefore = now.plus(around.between(0.1, 0.3));
            return;
        }
        notBefore = now.plus(longest(A_MOMENT, around.shortenedVisit(around.between(60, 180))));
        if (answer.isRefused()) {
            learn(answer.refusal(), said, visit, now);
        }
    }

    /** What the phone can say for a step. */
    Evidence evidence(Place here, Instant now) {
        return fate.contains(Mishap.NO_SATELLITES)
                ? new Evidence(null, now.minus(SLOW_CLOCK))
                : new Evidence(here, now);
    }

    /** Where this person is because of this visit. */
    Place placeAt(Instant now, Place standing) {
        return way == null ? standing : way.placeAt(now);
    }

    /** Something else came between; the way begins again where that ends. */
    void interrupt() {
        way = null;
    }

    private Move beforeLeaving(Visit visit, Place here, Instant now) {
        Instant leaves = visit.startsAt()
                .minus(around.shortened(Way.inLife(here, visit.place()).plus(early)));
        Optional<Next> back = visit.findNext("given-back")
                .filter(next -> whyNotDone != null || fate.contains(Mishap.GIVEN_BACK));
        Instant feelsUnwell = stageSince.plus(around.shortenedVisit(BEFORE_GIVING_BACK));
        Instant due = back.isPresent() && feelsUnwell.isBefore(leaves) ? feelsUnwell : leaves;
        if (now.isBefore(due)) {
            return new Move.Wait(due);
        }
        return back.map(next -> say(next, whyNotDone == null ? UNWELL : whyNotDone, now))
                .or(() -> visit.findNext("on-the-way").map(next -> say(next, null, now)))
                .orElseGet(() -> later(now));
    }

    private Move onTheWay(Visit visit, Place here, Instant now) {
        if (way == null) {
            way = Way.leaving(now, here, visit.place(), around);
        }
        Optional<Next> shut = findShutDoor(visit);
        Instant due = shut.isPresent()
                ? way.arrives().plus(around.shortenedVisit(AT_A_SHUT_DOOR))
                : way.arrives();
        if (now.isBefore(due)) {
            return new Move.Wait(due);
        }
        return shut.map(next -> say(next, SHUT, now)).or(() -> giveUp(visit, now))
                .or(() -> visit.findNext("checked-in").map(next -> say(next, null, now)))
                .orElseGet(() -> later(now));
    }

    private Move atTheDoor(Visit visit, Instant now) {
        Optional<Next> shut = findShutDoor(visit).filter(next -> !visit.state().equals("in-progress"));
        Optional<Next> usual = visit.next().stream().filter(next -> isUsual(next.step())).findFirst();
        if (usual.isEmpty() && shut.isEmpty()) {
            return waitForColleague(visit, now);
        }
        Duration takes = shut.isPresent()
                ? AT_A_SHUT_DOOR
                : usual.map(Next::step).orElse("").equals("begun")
                        ? BEFORE_BEGINNING
                        : Duration.between(visit.startsAt(), visit.endsAt());
        Instant due = stageSince.plus(around.shortenedVisit(takes));
        if (now.isBefore(due)) {
            return new Move.Wait(due);
        }
        return shut.map(next -> say(next, SHUT, now)).or(() -> giveUp(visit, now))
                .or(() -> usual.map(next -> say(next, null, now))).orElseGet(() -> later(now));
    }

    private Move waitForColleague(Visit visit, Instant now) {
        if (now.isAfter(stageSince.plus(around.shortenedVisit(ALONE_AT_MOST)))) {
            whyNotDone = ALONE;
        }
        return giveUp(visit, now).orElseGet(() -> later(now));
    }

    private Optional<Next> findShutDoor(Visit visit) {
        return visit.findNext("no-access").filter(next -> fate.contains(Mishap.SHUT_DOOR));
    }

    // What a person does whose pre-check failed: not today, and the reason in words.
    private Optional<Move> giveUp(Visit visit, Instant now) {
        String why = whyNotDone;
        return why == null
                ? Optional.empty()
                : visit.findNext("not-done").or(() -> visit.findNext("given-back"))
                        .map(next -> say(next, why, now));
    }

    private Move say(Next next, @Nullable String note, Instant now) {
        return new Move.Say(
                new VisitStep(next.step(), new CheckAnswers(around, now).fill(next, fate), note));
    }

    private void learn(String rule, VisitStep said, Visit visit, Instant now) {
        refusals++;
        switch (rule) {
            case "meal-too-old" -> {
                fate.remove(Mishap.STALE_MEAL);
                notBefore = now.plus(longest(A_MOMENT, around.shortened(FETCHES_ANOTHER_MEAL)));
            }
            case "check-out-of-range", "check-missing", "check-unreadable" -> correct(said, visit);
            default -> {
                if (!isUsual(said.word())) {
                    // It cannot end that way, so it goes on as planned.
                    fate.remove(Mishap.SHUT_DOOR);
                    fate.remove(Mishap.GIVEN_BACK);
                    whyNotDone = null;
                }
            }
        }
        if (refusals >= PATIENCE) {
            whyNotDone = rule.equals("team-not-complete") ? ALONE : "手机上办不下去，请坐席协助";
            refusals = 0;
        }
    }

    private void correct(VisitStep said, Visit visit) {
        Optional<Check> bad = visit.findNext(said.word())
                .flatMap(next -> CheckAnswers.findFragile(next.checks()))
                .filter(check -> fate.contains(Mishap.BAD_READING));
        if (bad.isPresent() && (bad.get().kind() == Check.Kind.YES || said.word().equals("begun"))) {
            whyNotDone = "服务前核对不合格（" + bad.get().field() + "），今天不做，已告知老人和家属";
        }
        // After the work is done a wrong reading is a slip of the finger: measured again and written down right.
        fate.remove(Mishap.BAD_READING);
    }

    private static boolean isUsual(String step) {
        return !Set.of("no-access", "not-done", "given-back").contains(step);
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Move later(Instant now) {
        return new Move.Wait(now.plusSeconds(5));
    }
}
