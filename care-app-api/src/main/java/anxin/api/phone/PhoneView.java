package anxin.api.phone;

import anxin.api.http.Caller;
import anxin.api.http.Fields;
import anxin.api.people.People;
import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.incident.AlarmType;
import anxin.dispatcher.offer.ErrandKind;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferStore.Ended;
import anxin.dispatcher.responder.Responder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a phone is shown. A name, an address, an illness only to the person who said "I go". */
final class PhoneView {

    private static final Duration TELL_ENDED = Duration.ofMinutes(2);

    private final Dispatcher dispatcher;
    private final PhoneStore store;
    private final VisitView visits;
    private final People people;

    PhoneView(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
        this.people = new People(dispatcher.sql());
        this.visits = new VisitView(dispatcher, people);
        this.store = new PhoneStore(dispatcher.sql());
    }

    Fields phone(Caller caller) {
        Instant now = dispatcher.clock().instant();
        Responder responder = dispatcher.responders().get(caller.onThePhone());
        Optional<Offer> task = dispatcher.offers().taskOf(responder.id());
        // Somebody on an errand is not rung out of it; who asked will ask the next.
        List<Offer> asked = task.isPresent()
                ? List.of()
                : dispatcher.offers().liveOf(responder.id(), ErrandKind.INCIDENT, now);
        return new Fields()
                .with("now", now)
                .with("responder",
                        new Fields().with("id", responder.id().uuid()).with("name", responder.name()))
                .with("duty", responder.duty())
                .with("deskPhone", store.deskPhone(caller.jurisdiction().organisation()))
                .with("offers", asked.stream().map(this::offer).toList())
                .with("ended", dispatcher.offers().endedFor(responder.id(), now.minus(TELL_ENDED)).stream()
                        .map(this::ended).toList())
                .with("task", task.map(offer -> task(offer, now)))
                .with("visitOffers", task.isPresent() ? List.of() : visits.offers(responder.id(), now))
                .with("visits", visits.visits(responder.id()));
    }

    String staffName(UUID account) {
        return people.staff(account);
    }

    String responderName(UUID responder) {
        return people.responder(responder);
    }

    private Fields offer(Offer offer) {
        PhoneStore.Errand errand = store.errand(offer);
        return new Fields()
                .with("id", offer.id().uuid())
                .with("priority", errand.priority())
                .with("type", AlarmType.valueOf(errand.type()).word())
                .with("area", errand.area())
                .with("minutes", offer.minutes())
                .with("meters", offer.meters())
                .with("sentAt", offer.sentAt())
                .with("validUntil", offer.validUntil())
                .with("presses", errand.presses())
                .with("needs", errand.needs());
    }

    private Fields ended(Ended ended) {
        return new Fields()
                .with("id", ended.offer().uuid())
                .with("why", ended.state())
                .with("by", ended.by().map(by -> responderName(by.uuid())));
    }

    private Fields task(Offer offer, Instant now) {
        PhoneStore.Errand errand = store.errand(offer);
        Fields task = new Fields()
                .with("id", offer.id().uuid())
                .with("incident", errand.incident())
                .with("number", errand.number())
                .with("priority", errand.priority())
                .with("type", AlarmType.valueOf(errand.type()).word())
                .with("step", offer.step())
                .with("presses", errand.presses())
                .with("acceptedAt", offer.answeredAt())
                .with("deskPhone", store.deskPhone(offer.jurisdiction().organisation()));
        errand.resident().map(dispatcher.residents()::get).ifPresent(
                resident -> Doorstep.tell(task, resident, LocalDate.ofInstant(now, dispatcher.zone())));
        return task;
    }
}
