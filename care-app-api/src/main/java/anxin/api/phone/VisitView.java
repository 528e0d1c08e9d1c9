package anxin.api.phone;

import anxin.api.http.Fields;
import anxin.api.people.People;
import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.catalogue.Check;
import anxin.dispatcher.catalogue.Dish;
import anxin.dispatcher.offer.ErrandKind;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.Opening.Diverting;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.order.OrderId;
import anxin.dispatcher.order.ServiceOrder;
import anxin.dispatcher.order.VisitPath;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Visits as a phone shows them. A name and an address only to somebody who said "I do it". */
final class VisitView {

    private final Dispatcher dispatcher;
    private final People people;

    VisitView(Dispatcher dispatcher, People people) {
        this.dispatcher = dispatcher;
        this.people = people;
    }

    List<Fields> offers(ResponderId who, Instant now) {
        return dispatcher.offers().liveOf(who, ErrandKind.ORDER, now).stream().map(this::offer).toList();
    }

    List<Fields> visits(ResponderId who) {
        return dispatcher.offers().visitsOf(who).stream().map(this::visit).toList();
    }

    private Fields offer(Offer offer) {
        ServiceOrder order = order(offer);
        Resident resident = dispatcher.residents().get(order.resident());
        return new Fields()
                .with("id", offer.id().uuid())
                .with("service", order.plan().service())
                .with("startsAt", order.plan().startsAt())
                .with("endsAt", order.plan().endsAt())
                .with("area", resident.area())
                .with("minutes", offer.minutes())
                .with("meters", offer.meters())
                .with("sentAt", offer.sentAt())
                .with("validUntil", offer.validUntil())
                .with("workers", order.plan().workers())
                .with("needs", resident.needs())
                .with("why", offer.why());
    }

    private Fields visit(Offer offer) {
        ServiceOrder order = order(offer);
        Step step = offer.step().orElseThrow();
        Fields visit = new Fields()
                .with("id", offer.id().uuid())
                .with("order", order.id().uuid())
                .with("number", order.number())
                .with("service", order.plan().service())
                .with("state", order.progress().state())
                .with("step", step)
                .with("startsAt", order.plan().startsAt())
                .with("endsAt", order.plan().endsAt())
                .with("team", team(offer))
                .with("mayBeDiverted",
                        order.plan().diverting() == Diverting.UNTIL_DONE || step != Step.ARRIVED)
                .with("dish",
                        order.wishes().dish().map(dispatcher.orders().catalogue()::dish).map(VisitView::dish))
                .with("appointment", order.wishes().appointment().map(text -> Json.read(text.reveal(),
                        new TypeReference<Map<String, Object>>() {
                        })))
                .with("wish", order.wishes().wish())
                .with("next", dispatcher.orders().visits().next(order, offer).stream().map(VisitView::next)
                        .toList());
        Resident resident = dispatcher.residents().get(order.resident());
        Doorstep.tell(visit, resident, LocalDate.ofInstant(order.plan().startsAt(), dispatcher.zone()));
        return visit.with("diet", resident.diet());
    }

    private List<Fields> team(Offer mine) {
        return dispatcher.offers().ofErrand(mine.errand()).stream()
                .filter(other -> other.holds() && !other.responder().equals(mine.responder()))
                .map(other -> new Fields()
                        .with("name", people.responder(other.responder().uuid()))
                        .with("step", other.step()))
                .toList();
    }

    private ServiceOrder order(Offer offer) {
        return dispatcher.orders().store().find(new OrderId(offer.errand().uuid())).orElseThrow();
    }

    private static Fields dish(Dish dish) {
        return new Fields().with("id", dish.id()).with("name", dish.name()).with("contains", dish.contains());
    }

    private static Fields next(VisitPath.Next next) {
        return new Fields().with("step", next.step()).with("checks",
                next.checks().stream().map(VisitView::check).toList());
    }

    private static Fields check(Check check) {
        return new Fields()
                .with("field", check.field())
                .with("kind", check.kind())
                .with("least", check.least())
                .with("most", check.most())
                .with("unit", check.unit())
                .with("required", check.required());
    }
}
