package anxin.api.order;

import anxin.api.http.Caller;
import anxin.api.http.Fields;
import anxin.api.order.OrderBoardStore.Card;
import anxin.api.people.People;
import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.catalogue.Check;
import anxin.dispatcher.catalogue.Dish;
import anxin.dispatcher.order.OrderEvent;
import anxin.dispatcher.order.OrderId;
import anxin.dispatcher.order.ServiceOrder;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.store.Json;
import anxin.dispatcher.store.Protected;
import anxin.dispatcher.visit.VisitStore;
import anxin.dispatcher.wallet.Payment;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Orders as the desk sees them. Numbers are masked: nobody needs them to plan a visit. */
final class OrderView {

    private static final int CANDIDATES = 8;

    private final Dispatcher dispatcher;
    private final OrderBoardStore store;
    private final People people;

    OrderView(Dispatcher dispatcher, People people) {
        this.dispatcher = dispatcher;
        this.store = new OrderBoardStore(dispatcher.sql());
        this.people = people;
    }

    Fields day(Caller caller, LocalDate day) {
        ZoneId zone = dispatcher.zone();
        List<Card> cards = store.day(caller.jurisdiction().organisation(), day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
        return new Fields()
                .with("now", dispatcher.clock().instant())
                .with("day", day.toString())
                .with("orders", cards.stream().map(this::card).toList());
    }

    Optional<Fields> file(Caller caller, OrderId id) {
        return store.find(caller.jurisdiction().organisation(), id).map(card -> file(card, id));
    }

    private Fields file(Card card, OrderId id) {
        ServiceOrder order = dispatcher.orders().store().find(id).orElseThrow();
        Resident resident = dispatcher.residents().get(order.resident());
        Map<String, String> units = units(order);
        return new Fields()
                .with("card", card(card))
                .with("resident", resident(resident, order))
                .with("dish",
                        order.wishes().dish().map(dispatcher.orders().catalogue()::dish).map(OrderView::dish))
                .with("appointment", order.wishes().appointment().map(OrderView::json))
                .with("wish", order.wishes().wish())
                .with("pays", payments(dispatcher.orders().wallet().costOf(id.uuid())))
                .with("candidates", dispatcher.orders().orders().candidates(order).stream().limit(CANDIDATES)
                        .map(People::candidate).toList())
                .with("offers",
                        dispatcher.offers().ofErrand(order.errand()).stream()
                                .map(offer -> people.offer(offer).with("step", offer.step())).toList())
                .with("checks", dispatcher.orders().proofs().answers(id.uuid()).stream()
                        .map(answer -> answer(answer, units)).toList())
                .with("proofs",
                        dispatcher.orders().proofs().proofs(id.uuid()).stream().map(this::proof).toList())
                .with("notifications", people.notifications(dispatcher.notifications().ofSubject(id.uuid())))
                .with("timeline", dispatcher.orders().store().file(id).stream().map(this::event).toList());
    }

    static List<Fields> payments(List<Payment> payments) {
        return payments.stream()
                .map(payment -> new Fields().with("source", payment.source()).with("fen",
                        payment.fen().amount()))
                .toList();
    }

    static Fields dish(Dish dish) {
        return new Fields().with("id", dish.id()).with("name", dish.name()).with("contains", dish.contains());
    }

    /** What was stored as canonical JSON. */
    static Map<String, Object> json(Protected text) {
        return Json.read(text.reveal(), new TypeReference<Map<String, Object>>() {
        });
    }

    private Fields card(Card card) {
        return new Fields()
                .with("id", card.id())
                .with("number", card.number())
                .with("service", card.service())
                .with("state", card.state())
                .with("attention", card.attention())
                .with("resident", new Fields()
                        .with("id", card.resident())
                        .with("name", card.residentName())
                        .with("age", Period.between(card.born(), today()).getYears())
                        .with("gender", card.gender()))
                .with("area", card.area())
                .with("startsAt", card.startsAt())
                .with("endsAt", card.endsAt())
                .with("window", card.window())
                .with("workers", card.workers())
                .with("holders", card.holders().stream()
                        .map(holder -> new Fields().with("id", holder.id()).with("name", holder.name()))
                        .toList())
                .with("dish", card.dish())
                .with("priceFen", card.priceFen())
                .with("money", card.money())
                .with("stars", card.stars())
                .with("complaint", card.complaint())
                .with("score", card.score())
                .with("incident", card.incident())
                .with("checkedInAt", card.checkedInAt())
                .with("checkedOutAt", card.checkedOutAt())
                .with("createdAt", card.createdAt());
    }

    private Fields resident(Resident resident, ServiceOrder order) {
        LocalDate visitDay = visitDay(order);
        return new Fields()
                .with("name", resident.name())
                .with("age", resident.ageOn(visitDay))
                .with("gender", resident.gender())
                .with("phone", People.masked(resident.phone()))
                .with("address", resident.address())
                .with("diet", resident.diet())
                .with("needs", resident.needs())
                .with("level", dispatcher.orders().store().findLevel(resident.id(), visitDay));
    }

    private Fields answer(VisitStore.Answered answer, Map<String, String> units) {
        return new Fields()
                .with("stage", answer.stage())
                .with("field", answer.field())
                .with("value", answer.value())
                .with("unit", Optional.ofNullable(units.get(answer.field())))
                .with("by", people.responder(answer.by().uuid()))
                .with("at", answer.at());
    }

    private Fields proof(VisitStore.Kept proof) {
        return new Fields()
                .with("step", proof.step())
                .with("by", people.responder(proof.by().uuid()))
                .with("at", proof.at())
                .with("deviceTime", proof.deviceTime())
                .with("meters", proof.meters())
                .with("accuracy", proof.accuracy())
                .with("score", proof.score())
                .with("reasons", proof.reasons());
    }

    private Fields event(OrderEvent event) {
        return new Fields()
                .with("seq", event.seq())
                .with("at", event.at())
                .with("kind", event.kind())
                .with("actor", people.actor(event.actor().text()))
                .with("body", people.named(event.body()));
    }

    private Map<String, String> units(ServiceOrder order) {
        return dispatcher.orders().catalogue()
                .checks(order.jurisdiction(), order.plan().service(), visitDay(order)).stream()
                .filter(check -> check.unit().isPresent())
                .collect(Collectors.toMap(Check::field, check -> check.unit().orElseThrow(),
                        (one, other) -> one));
    }

    private LocalDate visitDay(ServiceOrder order) {
        return LocalDate.ofInstant(order.plan().startsAt(), dispatcher.zone());
    }

    private LocalDate today() {
        Instant now = dispatcher.clock().instant();
        return LocalDate.ofInstant(now, dispatcher.zone());
    }
}
