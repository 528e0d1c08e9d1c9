package anxin.api.order;

import anxin.api.http.Fields;
import anxin.api.people.People;
import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.order.Assortment.Choice;
import anxin.dispatcher.order.Assortment.Hours;
import anxin.dispatcher.order.Assortment.Plate;
import anxin.dispatcher.order.ServiceOrder;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.wallet.Lot;
import java.time.LocalDate;
import java.util.List;

/** Who calls and what they may have, as the desk needs it while the telephone is at the ear. */
final class ChoiceView {

    private final Dispatcher dispatcher;

    ChoiceView(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    Fields residents(List<Resident> found) {
        LocalDate today = LocalDate.ofInstant(dispatcher.clock().instant(), dispatcher.zone());
        return new Fields().with("residents", found.stream().map(resident -> new Fields()
                .with("id", resident.id().uuid())
                .with("name", resident.name())
                .with("age", resident.ageOn(today))
                .with("gender", resident.gender())
                .with("area", resident.area())
                .with("phone", People.masked(resident.phone()))).toList());
    }

    Fields services(Resident resident, LocalDate day) {
        return new Fields()
                .with("now", dispatcher.clock().instant())
                .with("day", day.toString())
                .with("resident", new Fields()
                        .with("id", resident.id().uuid())
                        .with("name", resident.name())
                        .with("age", resident.ageOn(day))
                        .with("gender", resident.gender())
                        .with("diet", resident.diet())
                        .with("needs", resident.needs())
                        .with("level", dispatcher.orders().store().findLevel(resident.id(), day)))
                .with("balance", dispatcher.orders().wallet().balance(resident.id(), day).stream()
                        .map(ChoiceView::lot).toList())
                .with("services", dispatcher.orders().assortment().of(resident, day).stream()
                        .map(ChoiceView::choice).toList());
    }

    private static Fields lot(Lot lot) {
        return new Fields()
                .with("source", lot.source())
                .with("fen", lot.left().amount())
                .with("expiresOn", lot.expiresOn().toString())
                .with("services", lot.services());
    }

    private static Fields choice(Choice choice) {
        return new Fields()
                .with("service", choice.terms().service())
                .with("entitled", choice.basis().isPresent())
                .with("basis", choice.basis())
                .with("priceFen", choice.terms().price().amount())
                .with("minutes", choice.terms().length().toMinutes())
                .with("workers", choice.workers())
                .with("windows", choice.hours().stream().map(ChoiceView::hours).toList())
                .with("dishes", choice.menu().stream().map(ChoiceView::plate).toList());
    }

    private static Fields hours(Hours hours) {
        return new Fields()
                .with("name", hours.window().name())
                .with("opens", hours.window().opens())
                .with("closes", hours.window().closes())
                .with("earliest", hours.earliest())
                .with("orderable", hours.earliest().isPresent() && hours.standing().isEmpty())
                .with("ordered", hours.standing().map(ChoiceView::link))
                .with("pays", OrderView.payments(hours.pays()));
    }

    private static Fields link(ServiceOrder order) {
        return new Fields()
                .with("id", order.id().uuid())
                .with("number", order.number())
                .with("service", order.plan().service());
    }

    private static Fields plate(Plate plate) {
        return OrderView.dish(plate.dish()).with("forbiddenBy", plate.forbiddenBy());
    }
}
