package anxin.dispatcher.incident;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.TestClock;
import anxin.dispatcher.TestDatabase;
import anxin.dispatcher.TestTown;
import anxin.dispatcher.deadline.Deadline;
import anxin.dispatcher.device.Device;
import anxin.dispatcher.notification.Carried;
import anxin.dispatcher.notification.Channel;
import anxin.dispatcher.notification.LocalSink;
import anxin.dispatcher.notification.Notification;
import anxin.dispatcher.notification.Outbox;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferState;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.responder.Responder;
import anxin.dispatcher.store.Database;
import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Protected;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A town on a real database and a clock that stands, and what people in it do. */
abstract class InTheTown {

    final TestClock clock = new TestClock();
    Database database;
    Database.Address address;
    Dispatcher dispatcher;
    TestTown town;
    Resident qimuge;
    Device band;

    @BeforeEach
    void a_town() {
        address = TestDatabase.fresh();
        database = new Database(address);
        dispatcher = over(database);
        town = TestTown.foundedIn(dispatcher);
        qimuge = town.resident("其木格");
        band = town.wristband("wb-0001", qimuge);
    }

    @AfterEach
    void close() {
        database.close();
    }

    Dispatcher over(Database some) {
        return Dispatcher.over(some.pool("test", 8), clock, new Ids(clock, new SecureRandom()), TestTown.ZONE,
                () -> {});
    }

    Incident open() {
        return find(dispatcher.incidents().incidents().raise(town.press(band)).incident());
    }

    Incident find(IncidentId id) {
        return dispatcher.incidents().store().find(id).orElseThrow();
    }

    List<Offer> offers(Incident incident) {
        return dispatcher.offers().ofErrand(incident.errand());
    }

    Offer offerOf(Incident incident, Responder responder) {
        return offers(incident).stream().filter(offer -> offer.responder().equals(responder.id())).findFirst()
                .orElseThrow();
    }

    Answer accept(Incident incident, Responder responder) {
        return dispatcher.incidents().help().accept(offerOf(incident, responder).id(), responder.id());
    }

    Answer step(Incident incident, Responder responder, Step step, Optional<String> note) {
        return dispatcher.incidents().help().step(offerOf(incident, responder).id(), responder.id(),
                new Help.StepReport(step, note, Optional.empty()));
    }

    Answer close(Incident incident, Staff by, Cause cause, Action action) {
        return dispatcher.incidents().desk().close(incident.id(), by,
                new Closing(cause, action, new Protected("已核实")));
    }

    void finish(Incident incident, HelpTrack.Coming coming) {
        Offer task = offers(incident).stream().filter(offer -> offer.state() == OfferState.ACCEPTED)
                .findFirst()
                .orElseThrow();
        Help help = dispatcher.incidents().help();
        help.step(task.id(), coming.responder(),
                new Help.StepReport(Step.ARRIVED, Optional.empty(), Optional.empty()));
        help.step(task.id(), coming.responder(),
                new Help.StepReport(Step.DONE, Optional.of("好"), Optional.empty()));
        Staff operator = town.operator();
        dispatcher.incidents().desk().take(incident.id(), operator);
        assertThat(close(incident, operator, Cause.CARE_NEED, Action.OWN_RESPONDER))
                .isEqualTo(new Answer.Done());
    }

    List<Answer> race(List<Offer> offers) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Answer>> racing = new ArrayList<>();
            for (Offer offer : offers) {
                racing.add(threads.submit(() -> {
                    start.await();
                    return dispatcher.incidents().help().accept(offer.id(), offer.responder());
                }));
            }
            start.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : racing) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    void passAndFire(Duration time) {
        clock.pass(time);
        fireDue();
    }

    void fireDue() {
        fireDue(dispatcher);
    }

    void fireDue(Dispatcher by) {
        List<Deadline> due = by.deadlines().due(clock.instant(), 1_000);
        due.forEach(by::fire);
    }

    Alarm alarm(AlarmType type, boolean exercise) {
        Alarm press = town.press(band);
        return new Alarm(press.jurisdiction(), press.resident(), press.device(), type, press.order(),
                press.receipt(),
                press.deviceTime(), press.receivedAt(), press.ageBand(), exercise);
    }

    List<Notification> messages(Incident incident) {
        return dispatcher.notifications().ofSubject(incident.id().uuid());
    }

    /** Everything that waits goes out; answers what that was. */
    List<Notification> delivered() {
        Outbox outbox = dispatcher.outbox();
        LocalSink sink = new LocalSink(dispatcher.sql());
        List<Notification> claimed = outbox.claim(Channel.SMS, 100);
        claimed.forEach(message -> outbox.settle(message, sink, new Carried.Delivered()));
        return claimed;
    }

    List<String> whys(Incident incident) {
        return dispatcher.incidents().store().file(incident.id()).stream()
                .filter(event -> event.kind() == EventKind.DUTY_LEADER_TOLD)
                .map(Event::body)
                .map(body -> body.replaceAll(".*\"why\":\"([a-z-]+)\".*", "$1"))
                .toList();
    }

    List<String> pendingKinds(Incident incident) {
        return dispatcher.sql().list("SELECT kind FROM deadline WHERE subject = ? AND state = 'pending'",
                row -> row.text("kind"), incident.id());
    }

    List<EventKind> kinds(IncidentId id) {
        return dispatcher.incidents().store().file(id).stream().map(Event::kind).toList();
    }

    Optional<Integer> brokenLink(IncidentId id) {
        byte[] before = Event.NOTHING_BEFORE;
        for (Event event : dispatcher.incidents().store().file(id)) {
            if (!event.follows(before)) {
                return Optional.of(event.seq());
            }
            before = Arrays.copyOf(event.hash(), event.hash().length);
        }
        return Optional.empty();
    }
}
