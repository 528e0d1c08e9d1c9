package anxin.dispatcher.order;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.TestClock;
import anxin.dispatcher.TestDatabase;
import anxin.dispatcher.TestTown;
import anxin.dispatcher.catalogue.Dish;
import anxin.dispatcher.catalogue.Service;
import anxin.dispatcher.deadline.Deadline;
import anxin.dispatcher.incident.Staff;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.order.Request.SelfPay;
import anxin.dispatcher.place.Place;
import anxin.dispatcher.resident.Gender;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.responder.Responder;
import anxin.dispatcher.store.Database;
import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Protected;
import anxin.dispatcher.visit.Fix;
import anxin.dispatcher.wallet.Allotment;
import anxin.dispatcher.wallet.Fen;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A town on a real database where people order visits; it is ten in the morning and the clock stands. */
abstract class VisitingTown {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 1);
    private static final LocalDate FAR_OFF = LocalDate.of(2099, 12, 31);

    final TestClock clock = new TestClock();
    Database database;
    Dispatcher dispatcher;
    TestTown town;
    Resident qimuge;
    Staff operator;
    Dish noodles;
    Dish cake;

    @BeforeEach
    void a_town() {
        clock.pass(Duration.between(clock.instant(), at("10:00")));
        database = new Database(TestDatabase.fresh());
        dispatcher = Dispatcher.over(database.pool("test", 8), clock, new Ids(clock, randomness()),
                TestTown.ZONE,
                () -> {});
        town = TestTown.foundedIn(dispatcher);
        qimuge = town.resident("其木格");
        operator = town.operator();
        noodles = dish("羊肉面", "meat");
        cake = dish("豆沙包", "sugar");
    }

    /** What ids are made of. */
    Random randomness() {
        return new SecureRandom();
    }

    @AfterEach
    void close() {
        database.close();
    }

    static Instant at(String time) {
        return TODAY.atTime(LocalTime.parse(time)).atZone(TestTown.ZONE).toInstant();
    }

    private Dish dish(String name, String contains) {
        Dish dish = new Dish(dispatcher.ids().next(), name, List.of(contains));
        dispatcher.orders().catalogue().addDish(town.jurisdiction(), dish, LONG_AGO, FAR_OFF);
        return dish;
    }

    void entitle(Resident resident, Service service, String basis) {
        dispatcher.orders().store().entitle(dispatcher.ids().next(), town.jurisdiction(), resident.id(),
                service, basis,
                LONG_AGO, FAR_OFF);
    }

    void assess(Resident resident, int level) {
        dispatcher.orders().store().assess(dispatcher.ids().next(), town.jurisdiction(), resident.id(), level,
                LONG_AGO,
                FAR_OFF);
    }

    void grant(Resident resident, String source, long fen) {
        dispatcher.orders().wallet().grant(town.jurisdiction(), new Allotment(resident.id(), source, 1,
                List.of("meal", "bath", "medical"), Fen.of(fen), FAR_OFF), UUID.randomUUID().toString());
    }

    Responder worker(String name, int minutes, Gender gender, String... skills) {
        Responder worker = town.minutesAway(name, minutes, gender);
        for (String skill : skills) {
            dispatcher.responders().addSkill(worker, skill, FAR_OFF);
        }
        return worker;
    }

    Request lunch(Resident resident, String time, Dish dish) {
        return new Request(resident.id(), Service.MEAL, at(time), "resident", SelfPay.NOT_AGREED,
                Optional.of(dish.id()),
                Optional.empty(), Optional.empty());
    }

    Request visit(Resident resident, Service service, String time, Optional<String> appointment) {
        return new Request(resident.id(), service, at(time), "family", SelfPay.AGREED, Optional.empty(),
                appointment.map(text -> new Request.Appointment(at(time), new Protected(text))),
                Optional.empty());
    }

    ServiceOrder place(Request request) {
        OrderAnswer answer = dispatcher.orders().orders().place(request, operator);
        assertThat(answer).isInstanceOf(OrderAnswer.Done.class);
        return find(((OrderAnswer.Done) answer).order());
    }

    /** A lunch at half past eleven that can be paid. */
    ServiceOrder lunch() {
        entitle(qimuge, Service.MEAL, "meal-subsidy");
        grant(qimuge, "voucher", 10_000);
        return place(lunch(qimuge, "11:30", noodles));
    }

    ServiceOrder find(OrderId id) {
        return dispatcher.orders().store().find(id).orElseThrow();
    }

    List<OrderEventKind> story(ServiceOrder order) {
        return dispatcher.orders().store().file(order.id()).stream().map(OrderEvent::kind).toList();
    }

    List<Offer> offers(ServiceOrder order) {
        return dispatcher.offers().ofErrand(order.errand());
    }

    /** The newest question to one person about an order. */
    Offer offerOf(ServiceOrder order, Responder worker) {
        return offers(order).stream().filter(offer -> offer.responder().equals(worker.id()))
                .reduce((one, later) -> later).orElseThrow();
    }

    OrderAnswer accept(ServiceOrder order, Responder worker) {
        return dispatcher.orders().visits().accept(offerOf(order, worker).id(), worker.id());
    }

    OrderAnswer step(ServiceOrder order, Responder worker, VisitStep step, Map<String, String> answers) {
        return report(order, worker, step, answers, Optional.of(new Fix(qimuge.place(), Optional.of(8.0))),
                Optional.of("说明"));
    }

    OrderAnswer step(ServiceOrder order, Responder worker, VisitStep step) {
        return step(order, worker, step, Map.of());
    }

    OrderAnswer report(ServiceOrder order, Responder worker, VisitStep step, Map<String, String> answers,
            Optional<Fix> fix, Optional<String> note) {
        return dispatcher.orders().visits().step(offerOf(order, worker).id(), worker.id(),
                new Visits.Report(step, answers, note, Optional.of(clock.instant()), fix));
    }

    static Fix fix(double latitude, double longitude, double accuracy) {
        return new Fix(new Place(latitude, longitude), Optional.of(accuracy));
    }

    OrderAnswer done(ServiceOrder order) {
        return new OrderAnswer.Done(order.id());
    }

    static OrderAnswer refused(OrderRefusal.Rule rule, String detail) {
        return new OrderAnswer.Refused(new OrderRefusal.Breaks(rule, detail));
    }

    static OrderAnswer checkRefused(OrderRefusal.Rule rule, String field, String detail) {
        return new OrderAnswer.Refused(new OrderRefusal.CheckBreaks(rule, field, detail));
    }

    void passTo(String time) {
        clock.pass(Duration.between(clock.instant(), at(time)));
        fireDue();
    }

    /** Fires what is due in its order, and what that makes due. */
    void fireDue() {
        List<Deadline> due = dispatcher.deadlines().due(clock.instant(), 1_000);
        while (!due.isEmpty()) {
            due.forEach(dispatcher::fire);
            due = dispatcher.deadlines().due(clock.instant(), 1_000);
        }
    }

    long pendingDeadlines(ServiceOrder order) {
        return dispatcher.sql().get(
                "SELECT count(*) AS n FROM deadline WHERE subject = ? AND state = 'pending'",
                row -> row.bigNumber("n"), order.id());
    }
}
