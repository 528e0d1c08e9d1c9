package anxin.simulators.people;

import anxin.simulators.people.Caller.Request;
import anxin.simulators.people.OrderInHand.Act;
import anxin.simulators.people.Tally.Mark;
import anxin.simulators.town.TownResident;
import anxin.simulators.web.Answer;
import anxin.simulators.web.OrderCard;
import anxin.simulators.web.OrderDesk;
import anxin.simulators.web.OrderDesk.Board;
import anxin.simulators.web.OrderWish;
import anxin.simulators.web.ServiceOffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The everyday half of a seat: takes orders by telephone, asks afterwards how it was, reviews and cancels. */
final class EverydayCalls implements Routine.Turn {

    private static final Logger LOG = LoggerFactory.getLogger(EverydayCalls.class);

    private final String login;
    private final OrderDesk desk;
    private final Workday workday;
    private final Surroundings around;
    private final Tally tally;
    private final Map<String, OrderInHand> inHand = new HashMap<>();
    private List<OrderCard> cards = List.of();
    private long open;
    private Instant nextCall = Instant.MIN;

    EverydayCalls(String login, OrderDesk desk, Workday workday, Surroundings around) {
        this.login = login;
        this.desk = desk;
        this.workday = workday;
        this.around = around;
        tally = around.everyday().tally();
    }

    @Override
    public void look(Instant now) {
        Board today = desk.today();
        // In the evening people order for the next day.
        Board tomorrow = desk.on(today.day().plusDays(1));
        cards = Stream.concat(today.orders().stream(), tomorrow.orders().stream())
                .collect(Collectors.toMap(OrderCard::id, card -> card, (one, same) -> one)).values().stream()
                .toList();
        Set<String> shown = cards.stream().map(OrderCard::id).collect(Collectors.toSet());
        inHand.keySet().retainAll(shown);
        open = cards.stream().filter(OrderCard::isOpen).count();
    }

    @Override
    public Instant act(Instant now) {
        Instant due = Instant.MAX;
        for (OrderCard card : cards) {
            OrderInHand order = inHand.computeIfAbsent(card.id(),
                    id -> new OrderInHand(card, now, workday.patience(), around));
            due = earlier(due, work(card, order.due(card, now), now));
        }
        if (open >= workday.orders().openAtMost()) {
            return due;
        }
        if (!now.isBefore(nextCall)) {
            nextCall = now.plus(untilNextCall());
            takeCall();
        }
        return earlier(due, nextCall);
    }

    private Instant work(OrderCard card, Act act, Instant now) {
        Answer answer = switch (act) {
            case Act.Praise(int stars) -> counted(Mark.RATED, desk.praise(card.id(), stars));
            case Act.Complain(int stars, String words) ->
                counted(Mark.RATED, desk.complain(card.id(), stars, words));
            case Act.Review(String decision, String note) ->
                counted(Mark.REVIEWED, desk.review(card.id(), decision, note));
            case Act.Cancel(String by, String reason) ->
                counted(Mark.CANCELLED, desk.cancel(card.id(), by, reason));
            case Act.Wait(_) -> null;
        };
        if (answer == null) {
            return act instanceof Act.Wait(Instant until) ? until : now;
        }
        LOG.debug("{} works on order {}: {}", login, card.id(), answer.brief());
        return now.plusSeconds(1);
    }

    private Answer counted(Mark mark, Answer answer) {
        if (answer.isDone()) {
            tally.add(mark);
        }
        return answer;
    }

    private void takeCall() {
        TownResident resident = workday.callers().get(around.chance().nextInt(workday.callers().size()));
        if (!desk.listResidents(resident.name()).contains(resident.id())) {
            tally.add(Mark.RESIDENT_NOT_FOUND);
            LOG.warn("{} does not find resident {} by name", login, resident.id());
            return;
        }
        Caller caller = new Caller(resident.id(), around);
        ServiceOffer today = desk.servicesToday(resident.id());
        Optional<Request> request = caller.ask(today)
                .or(() -> caller.ask(desk.services(resident.id(), today.day().plusDays(1))));
        request.ifPresent(this::order);
    }

    private void order(Request request) {
        Answer answer = desk.place(request.wish());
        if (request.refusals().isEmpty()) {
            orderRight(request.wish(), answer);
        } else if (request.refusals().contains(answer.refusal())) {
            tally.add(Mark.WRONG_ORDER_REFUSED);
        } else if (answer.isDone()) {
            tally.add(Mark.WRONG_ORDER_TAKEN);
            LOG.warn("{} ordered what should be refused as {}, and it was taken", login, request.refusals());
            desk.cancel(answer.body().path("card").path("id").asText(), "centre", "登记有误");
        } else {
            countRefusal(answer);
        }
    }

    private void orderRight(OrderWish wish, Answer first) {
        Answer answer = first;
        if (first.refusal().equals("self-pay-not-confirmed")) {
            tally.add(Mark.SELF_PAY_CONFIRMED);
            answer = desk.place(wish.confirmed());
        }
        LOG.debug("{} orders a {}: {}", login, wish.service(), answer.brief());
        if (!answer.isDone()) {
            countRefusal(answer);
            return;
        }
        tally.add(Mark.ORDERED);
        open++;
        if (around.strikes(Mishap.SECOND_ORDER)) {
            order(new Request(wish.confirmed(), Set.of("already-ordered")));
        }
    }

    // Somebody else may have been quicker, or the call too long. After a fault the resident calls again.
    private void countRefusal(Answer answer) {
        if (answer.isRefused()) {
            tally.add(Mark.ORDER_REFUSED);
        }
    }

    private Duration untilNextCall() {
        Duration mean = workday.orders().every();
        double share = Math.min(4, -Math.log(1 - around.chance().nextDouble()));
        return Duration.ofMillis(Math.round(share * mean.toMillis()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
