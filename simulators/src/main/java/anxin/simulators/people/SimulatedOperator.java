package anxin.simulators.people;

import anxin.simulators.town.TownOperator;
import anxin.simulators.web.Answer;
import anxin.simulators.web.Card;
import anxin.simulators.web.Card.Desk;
import anxin.simulators.web.OrderDesk;
import anxin.simulators.web.Seat;
import anxin.simulators.web.Session;
import anxin.simulators.web.Web;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An operator who leaves every call for help to the people at the desk and takes it only when nobody has for a while; on
 * a line of its own, so that alarms never wait for it, the same seat takes calls for a service.
 */
public final class SimulatedOperator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedOperator.class);
    private static final int CALLS_AT_ONCE = 4;

    private final String login;
    private final Seat seat;
    private final Surroundings around;
    private final Workday workday;
    private final Map<String, Instant> firstSeen = new HashMap<>();
    private final Set<String> displayed = new HashSet<>();
    private final Map<String, CallInHand> mine = new HashMap<>();
    private List<Card> cards = List.of();
    private final EverydayCalls everyday;
    private @Nullable Routine routine;
    private @Nullable Routine everydayRoutine;

    public SimulatedOperator(TownOperator operator, Web web, Workday workday, Surroundings around) {
        login = operator.login().login();
        Session session = web.session(operator.login(), new Retries(around));
        seat = new Seat(session);
        everyday = new EverydayCalls(login, new OrderDesk(session), workday, around);
        this.workday = workday;
        this.around = around;
    }

    /** Sits down and stays until closed; returns at once. */
    public void begin() {
        routine = Routine.begin(login, seat.session(), around, new Shift());
        if (!workday.callers().isEmpty()) {
            everydayRoutine = Routine.begin(login + " everyday", seat.session(), around, everyday);
        }
    }

    @Override
    public void close() {
        if (routine != null) {
            routine.close();
        }
        if (everydayRoutine != null) {
            everydayRoutine.close();
        }
    }

    private final class Shift implements Routine.Turn {

        @Override
        public void look(Instant now) {
            cards = seat.listCards().stream().filter(Card::isOpen).toList();
            Set<String> open = cards.stream().map(Card::id).collect(Collectors.toSet());
            firstSeen.keySet().retainAll(open);
            displayed.retainAll(open);
            String me = seat.operator();
            mine.keySet().removeIf(
                    id -> cards.stream().noneMatch(card -> card.id().equals(id) && isKeptBy(me, card)));
            for (Card card : cards) {
                know(card, me, now);
            }
        }

        @Override
        public Instant act(Instant now) {
            Instant due = Instant.MAX;
            for (Card card : cards) {
                CallInHand call = mine.get(card.id());
                due = earlier(due, call == null ? takeIfNobodyDoes(card, now) : work(card, call, now));
            }
            return due;
        }
    }

    private void know(Card card, String me, Instant now) {
        firstSeen.putIfAbsent(card.id(), now);
        if (isKeptBy(me, card)) {
            // Perhaps from before a restart of this simulation.
            mine.computeIfAbsent(card.id(), id -> new CallInHand(now, around));
        } else if (isNobodys(card) && displayed.add(card.id())) {
            seat.displayed(card.id());
        }
    }

    private Instant takeIfNobodyDoes(Card card, Instant now) {
        if (!isNobodys(card) || mine.size() >= CALLS_AT_ONCE) {
            return Instant.MAX;
        }
        Instant takes = firstSeen.getOrDefault(card.id(), now).plus(workday.patience());
        if (now.isBefore(takes)) {
            return takes;
        }
        Answer answer = seat.take(card.id());
        LOG.debug("{} takes {}: {}", login, card.id(), answer.brief());
        firstSeen.put(card.id(), now);
        if (answer.isDone()) {
            mine.put(card.id(), new CallInHand(now, around));
        }
        return now.plusSeconds(1);
    }

    private Instant work(Card card, CallInHand call, Instant now) {
        Answer answer = switch (call.due(card, now)) {
            case CallInHand.Act.Call(String result) -> seat.contacted(card.id(), result);
            case CallInHand.Act.Close(Seat.Closing closing) -> seat.close(card.id(), closing);
            case CallInHand.Act.Wait() -> null;
        };
        if (answer != null) {
            LOG.debug("{} works on {}: {}", login, card.id(), answer.brief());
            if (answer.refusal().equals("no-evidence")) {
                call.callOnceMore(now);
            }
        }
        return call.nextAct();
    }

    private static boolean isNobodys(Card card) {
        return card.desk() == Desk.QUEUED && card.keeper().isEmpty();
    }

    private static boolean isKeptBy(String operator, Card card) {
        return card.desk() == Desk.KEPT && card.keeper().equals(operator);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
