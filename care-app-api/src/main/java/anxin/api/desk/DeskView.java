package anxin.api.desk;

import anxin.api.desk.BoardStore.Card;
import anxin.api.desk.BoardStore.Face;
import anxin.api.desk.BoardStore.Person;
import anxin.api.http.Caller;
import anxin.api.http.Fields;
import anxin.api.people.People;
import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.incident.AlarmType;
import anxin.dispatcher.incident.Event;
import anxin.dispatcher.incident.Incident;
import anxin.dispatcher.incident.IncidentId;
import anxin.dispatcher.resident.Contact;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.store.Protected;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the desk is shown. Numbers and the way in are whole for the keeper only. */
final class DeskView {

    private static final Duration SHOW_CLOSED = Duration.ofMinutes(15);
    private static final int CANDIDATES = 8;

    private final Dispatcher dispatcher;
    private final BoardStore store;
    private final People people;

    DeskView(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
        this.store = new BoardStore(dispatcher.sql());
        this.people = new People(dispatcher.sql());
    }

    Fields board(Caller caller) {
        Instant now = dispatcher.clock().instant();
        UUID organisation = caller.jurisdiction().organisation();
        return new Fields()
                .with("now", now)
                .with("notices", dispatcher.noticeStore().countToReview(organisation))
                .with("incidents",
                        store.board(organisation, now.minus(SHOW_CLOSED)).stream().map(this::card).toList());
    }

    Optional<Fields> file(Caller caller, IncidentId id) {
        return store.find(caller.jurisdiction().organisation(), id).map(card -> file(caller, card, id));
    }

    String staffName(UUID id) {
        return people.staff(id);
    }

    String responderName(UUID id) {
        return people.responder(id);
    }

    private Fields file(Caller caller, Card card, IncidentId id) {
        Incident incident = dispatcher.incidents().store().find(id).orElseThrow();
        boolean yours = incident.isKeptBy(caller.staff().id());
        Optional<Resident> resident = incident.resident().map(dispatcher.residents()::get);
        return new Fields()
                .with("card", card(card))
                .with("yours", yours)
                .with("resident", resident.map(person -> resident(person, yours)))
                .with("contacts", resident.map(person -> dispatcher.residents().contacts(person.id()))
                        .orElse(List.of()).stream().map(contact -> contact(contact, yours)).toList())
                .with("candidates",
                        dispatcher.incidents().desk().candidates(incident).stream().limit(CANDIDATES)
                                .map(People::candidate).toList())
                .with("offers",
                        dispatcher.offers().ofErrand(incident.errand()).stream().map(people::offer).toList())
                .with("notifications", people.notifications(dispatcher.notifications().ofSubject(id.uuid())))
                .with("timeline", dispatcher.incidents().store().file(id).stream().map(this::event).toList());
    }

    private Fields card(Card card) {
        return new Fields()
                .with("id", card.id())
                .with("number", card.number())
                .with("priority", card.priority())
                .with("alarmClass", card.alarmClass())
                .with("type", AlarmType.valueOf(card.type()).word())
                .with("resident", card.face().map(this::face))
                .with("device", card.device())
                .with("address", card.face().map(Face::address))
                .with("openedAt", card.openedAt())
                .with("deviceTime", card.deviceTime())
                .with("ageBand", card.ageBand())
                .with("presses", card.presses())
                .with("lastSignalAt", card.lastSignalAt())
                .with("desk", card.desk())
                .with("keeper", card.keeper().map(DeskView::person))
                .with("help", card.help())
                .with("responder", card.responder().map(DeskView::person))
                .with("expectedAt", card.expectedAt())
                .with("nextStep",
                        card.next().map(next -> new Fields().with("what", next.what()).with("at", next.at())))
                .with("unattended", card.desk().equals("queued"))
                .with("escalated", card.escalated())
                .with("exercise", card.exercise())
                .with("order",
                        card.order().map(order -> new Fields().with("id", order.id())
                                .with("number", order.number()).with("service", order.service())))
                .with("prompt", card.prompt())
                .with("closedAt", card.closedAt())
                .with("cause", card.cause())
                .with("action", card.action());
    }

    private Fields face(Face face) {
        LocalDate today = LocalDate.ofInstant(dispatcher.clock().instant(), dispatcher.zone());
        return new Fields()
                .with("id", face.id())
                .with("name", face.name())
                .with("age", Period.between(face.born(), today).getYears())
                .with("gender", face.gender());
    }

    private Fields resident(Resident resident, boolean yours) {
        return new Fields()
                .with("name", resident.name())
                .with("age",
                        resident.ageOn(LocalDate.ofInstant(dispatcher.clock().instant(), dispatcher.zone())))
                .with("gender", resident.gender())
                .with("language", resident.language())
                .with("livesAlone", resident.livesAlone())
                .with("phone", number(resident.phone(), yours))
                .with("address", resident.address())
                .with("access", yours ? resident.access() : Optional.empty())
                .with("medical", resident.medical())
                .with("doNot", resident.doNot())
                .with("needs", resident.needs());
    }

    private static Fields contact(Contact contact, boolean yours) {
        return new Fields()
                .with("id", contact.id())
                .with("rank", contact.rank())
                .with("name", contact.name())
                .with("relation", contact.relation())
                .with("phone", number(contact.phone(), yours))
                .with("hasKey", contact.hasKey());
    }

    private Fields event(Event event) {
        return new Fields()
                .with("seq", event.seq())
                .with("at", event.at())
                .with("kind", event.kind())
                .with("actor", people.actor(event.actor().text()))
                .with("body", people.named(event.body()));
    }

    private static Fields person(Person person) {
        return new Fields().with("id", person.id()).with("name", person.name());
    }

    private static String number(Protected phone, boolean whole) {
        return whole ? phone.reveal() : People.masked(phone);
    }
}
