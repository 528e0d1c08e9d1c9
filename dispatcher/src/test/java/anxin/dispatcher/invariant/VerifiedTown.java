package anxin.dispatcher.invariant;

import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.TestClock;
import anxin.dispatcher.TestDatabase;
import anxin.dispatcher.TestTown;
import anxin.dispatcher.deadline.Deadline;
import anxin.dispatcher.device.Device;
import anxin.dispatcher.incident.Action;
import anxin.dispatcher.incident.Answer;
import anxin.dispatcher.incident.Cause;
import anxin.dispatcher.incident.Closing;
import anxin.dispatcher.incident.ContactResult;
import anxin.dispatcher.incident.Help;
import anxin.dispatcher.incident.IncidentId;
import anxin.dispatcher.incident.Staff;
import anxin.dispatcher.message.Message;
import anxin.dispatcher.message.MessageKey;
import anxin.dispatcher.message.Reading;
import anxin.dispatcher.message.Receipt;
import anxin.dispatcher.message.Signal;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferState;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.responder.Responder;
import anxin.dispatcher.store.Database;
import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Protected;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A town with one resident, two devices and a caregiver nearby, and what it takes to break its store behind its back. */
final class VerifiedTown implements AutoCloseable {

    final TestClock clock = new TestClock();
    final Dispatcher dispatcher;
    final TestTown people;
    final Resident qimuge;
    final Device band;
    final Device button;
    final Responder naren;
    final Staff operator;
    private final Database database = new Database(TestDatabase.fresh());

    VerifiedTown() {
        dispatcher = Dispatcher.over(database.pool("test", 4), clock, new Ids(clock, new SecureRandom()),
                TestTown.ZONE, () -> {});
        people = TestTown.foundedIn(dispatcher);
        qimuge = people.resident("其木格");
        band = people.wristband("wb-0001", qimuge);
        button = people.button("btn-0001", qimuge);
        naren = people.minutesAway("Naren", 4);
        operator = people.operator();
    }

    Receipt event(Device from, int seq, String... kinds) {
        List<Signal> signals = List.of(kinds).stream().map(Signal::press).toList();
        return received(from, "/evt/" + kinds[0], seq, signals);
    }

    Receipt telemetry(Device from, int seq) {
        return received(from, "/tel/heartbeat", seq, List.of(Signal.note("heartbeat")));
    }

    Receipt unreadable(Device from) {
        return dispatcher.messages().receive(message(from, "/evt/sos", "{"),
                new Reading.Unreadable("not JSON", true));
    }

    /** A press and the incident it belongs to. */
    IncidentId pressed(int seq) {
        return event(band, seq, "sos").incident().orElseThrow();
    }

    void displayed(IncidentId incident) {
        dispatcher.incidents().desk().displayed(incident, operator);
    }

    Answer taken(IncidentId incident) {
        return dispatcher.incidents().desk().take(incident, operator);
    }

    Answer accepted(IncidentId incident, Responder by) {
        return dispatcher.incidents().help().accept(offer(incident, by).id(), by.id());
    }

    Answer step(IncidentId incident, Responder by, Step step) {
        return dispatcher.incidents().help().step(offer(incident, by).id(), by.id(),
                new Help.StepReport(step, Optional.of("已到"), Optional.empty()));
    }

    Answer called(IncidentId incident) {
        return dispatcher.incidents().desk().called(incident, operator, null, ContactResult.ANSWERED_SAFE);
    }

    Answer closed(IncidentId incident) {
        return dispatcher.incidents().desk().close(incident, operator,
                new Closing(Cause.CARE_NEED, Action.OWN_RESPONDER, new Protected("已核实")));
    }

    /** Somebody who came, helped and was done; and the file closed after it. */
    IncidentId helped(int seq) {
        IncidentId incident = pressed(seq);
        displayed(incident);
        taken(incident);
        accepted(incident, naren);
        step(incident, naren, Step.ON_THE_WAY);
        step(incident, naren, Step.ARRIVED);
        step(incident, naren, Step.DONE);
        closed(incident);
        return incident;
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    void fireDue() {
        List<Deadline> due = dispatcher.deadlines().due(clock.instant(), 1_000);
        due.forEach(dispatcher::fire);
    }

    /** Changes the store as nothing in the system would. */
    int corrupted(String statement, @Nullable Object... arguments) {
        return dispatcher.sql().update(statement, arguments);
    }

    Verification verified() {
        return Verification.of(dispatcher.sql(), Optional.empty(), clock.instant());
    }

    Verification verified(Ledger ledger) {
        return Verification.of(dispatcher.sql(), Optional.of(ledger), clock.instant());
    }

    Finding finding(String id) {
        return named(id, verified());
    }

    Finding finding(String id, Ledger ledger) {
        return named(id, verified(ledger));
    }

    private static Finding named(String id, Verification verification) {
        return verification.findings().stream().filter(finding -> finding.id().equals(id)).findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        database.close();
    }

    Offer offer(IncidentId incident, Responder to) {
        List<Offer> offers = dispatcher.incidents().store().find(incident).stream()
                .flatMap(found -> dispatcher.offers().ofErrand(found.errand()).stream())
                .filter(offer -> offer.responder().equals(to.id()))
                .toList();
        return offers.stream().filter(offer -> offer.state() == OfferState.ACCEPTED).findFirst()
                .orElseGet(offers::getLast);
    }

    private Receipt received(Device from, String topic, int seq, List<Signal> signals) {
        return dispatcher.messages().receive(message(from, topic, "{\"seq\":" + seq + "}"),
                new Reading.Understood(from, new MessageKey.Numbered("7f3a:" + seq), signals,
                        Optional.empty(),
                        Optional.empty(), false));
    }

    private Message message(Device from, String topic, String payload) {
        return new Message(from, from.topic() + topic, payload.getBytes(StandardCharsets.UTF_8), 1, false,
                clock.instant());
    }
}
