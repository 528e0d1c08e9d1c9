package anxin.dispatcher.order;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.TestTown;
import anxin.dispatcher.catalogue.Service;
import anxin.dispatcher.device.Device;
import anxin.dispatcher.incident.Action;
import anxin.dispatcher.incident.Cause;
import anxin.dispatcher.incident.Closing;
import anxin.dispatcher.incident.ContactResult;
import anxin.dispatcher.incident.Help;
import anxin.dispatcher.incident.IncidentId;
import anxin.dispatcher.invariant.Verification;
import anxin.dispatcher.offer.ErrandKind;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.order.Request.SelfPay;
import anxin.dispatcher.order.ServiceOrder.Complaint;
import anxin.dispatcher.resident.Gender;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.responder.Duty;
import anxin.dispatcher.responder.Responder;
import anxin.dispatcher.store.Protected;
import anxin.dispatcher.visit.Fix;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days in a town where everybody does anything at any time; after it as before every promise is kept. */
class WhateverHappensTest extends VisitingTown {

    private static final int STEPS = 500;
    private static final int JUDGED_EVERY = 50;

    private final List<Resident> residents = new ArrayList<>();
    private final List<Device> bands = new ArrayList<>();
    private final List<Responder> workers = new ArrayList<>();
    private final List<OrderId> orders = new ArrayList<>();
    private final List<IncidentId> incidents = new ArrayList<>();
    private static final Set<OrderEventKind> SEEN = EnumSet.noneOf(OrderEventKind.class);
    private Random chance = new Random();

    @ParameterizedTest
    @ValueSource(longs = {4, 7, 15, 19})
    void whatever_people_do_in_whatever_order_keeps_every_promise(long seed) {
        chance = new Random(seed);
        settle();
        for (int i = 1; i <= STEPS; i++) {
            somethingHappens();
            if (i % JUDGED_EVERY == 0) {
                assertThat(judged()).as("seed %d, step %d", seed, i).doesNotContain("BROKEN");
            }
        }

        orders.forEach(
                order -> dispatcher.orders().store().file(order).forEach(event -> SEEN.add(event.kind())));
    }

    // Else they were no stories worth judging.
    @AfterAll
    static void everything_that_matters_happened() {
        assertThat(SEEN).contains(OrderEventKind.CAPTURED, OrderEventKind.RELEASED, OrderEventKind.GIVEN_BACK,
                OrderEventKind.TAKEN_BACK, OrderEventKind.DIVERTED, OrderEventKind.LATE);
    }

    /** The same seed is the same story. */
    @Override
    Random randomness() {
        return new Random(20_261_122);
    }

    private String judged() {
        fireDue();
        return Verification.of(dispatcher.sql(), Optional.empty(), clock.instant()).table();
    }

    private void settle() {
        for (String name : List.of("其木格", "王秀兰", "李玉珍", "乌云", "赵桂英", "斯琴", "张凤霞", "娜仁花")) {
            Resident resident = town.resident(name);
            residents.add(resident);
            bands.add(town.wristband("wb-" + residents.size(), resident));
            entitle(resident, Service.MEAL, "meal-subsidy");
            entitle(resident, Service.BATH, "home-bed");
            entitle(resident, Service.MEDICAL, "care-insurance");
            assess(resident, residents.size() % 5);
            grant(resident, "voucher", 4_000L * residents.size());
        }
        workers.add(worker("高娃", 2, Gender.FEMALE, "bath", "medical"));
        workers.add(worker("娜仁", 4, Gender.FEMALE, "bath"));
        workers.add(worker("巴图", 6, Gender.MALE, "bath", "medical"));
        workers.add(worker("朝鲁", 8, Gender.MALE, "bath"));
        workers.add(worker("萨日娜", 9, Gender.FEMALE));
        workers.add(worker("刘洋", 11, Gender.MALE, "medical"));
    }

    private void somethingHappens() {
        switch (chance.nextInt(40)) {
            case 0, 1, 2, 3, 4 -> order();
            case 5, 6, 7, 8, 9, 10 -> answered();
            case 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24 -> wentOn();
            case 25, 26 -> atTheDesk();
            case 27 -> called();
            case 28, 29, 30, 31, 32 -> aboutACall();
            case 33 -> onOrOffDuty();
            default -> timePasses();
        }
    }

    private void onOrOffDuty() {
        Responder worker = any(workers);
        if (chance.nextInt(3) > 0) {
            dispatcher.responders().setDuty(worker.id(), Duty.ON, clock.instant());
            return;
        }
        dispatcher.responders().setDuty(worker.id(), Duty.OFF, clock.instant());
        dispatcher.incidents().help().declineAll(worker.id(), "off-duty");
        dispatcher.orders().visits().declineAll(worker.id(), "off-duty");
    }

    private void order() {
        Resident resident = any(residents);
        Service service = any(List.of(Service.MEAL, Service.MEAL, Service.BATH, Service.MEDICAL));
        Instant startsAt = clock.instant().plus(Duration.ofMinutes(30L + chance.nextInt(150)));
        OrderAnswer answer = dispatcher.orders().orders().place(new Request(resident.id(), service, startsAt,
                "resident", any(List.of(SelfPay.AGREED, SelfPay.AGREED, SelfPay.NOT_AGREED)),
                service == Service.MEAL ? Optional.of(noodles.id()) : Optional.empty(),
                Optional.of(new Request.Appointment(startsAt, new Protected("{}"))), Optional.empty()),
                operator);
        if (answer instanceof OrderAnswer.Done(OrderId id)) {
            orders.add(id);
        }
    }

    private void answered() {
        List<Offer> asked = workers.stream()
                .flatMap(worker -> dispatcher.offers().liveOf(worker.id(), ErrandKind.ORDER, clock.instant())
                        .stream())
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        Offer offer = any(asked);
        if (chance.nextInt(6) == 0) {
            dispatcher.orders().visits().decline(offer.id(), offer.responder(), "busy");
        } else {
            dispatcher.orders().visits().accept(offer.id(), offer.responder());
        }
    }

    private void wentOn() {
        List<Offer> visits = workers.stream()
                .flatMap(worker -> dispatcher.offers().visitsOf(worker.id()).stream()).toList();
        if (visits.isEmpty()) {
            return;
        }
        Offer visit = any(visits);
        ServiceOrder order = find(new OrderId(visit.errand().uuid()));
        List<VisitStep> next = dispatcher.orders().visits().next(order, visit).stream()
                .map(VisitPath.Next::step)
                .toList();
        VisitStep step = switch (chance.nextInt(8)) {
            case 0 -> any(List.of(VisitStep.values()));
            case 1 -> next.isEmpty() ? VisitStep.GIVEN_BACK : any(next);
            default -> next.isEmpty() ? VisitStep.CHECKED_OUT : next.getFirst();
        };
        Fix where = chance.nextInt(5) == 0
                ? fix(39.70, 109.78, 20)
                : new Fix(qimuge.place(), Optional.of(8.0));
        dispatcher.orders().visits().step(visit.id(), visit.responder(),
                new Visits.Report(step, answers(order, step),
                        chance.nextInt(9) == 0 ? Optional.empty() : Optional.of("说明"),
                        Optional.of(clock.instant()),
                        Optional.of(where)));
    }

    private Map<String, String> answers(ServiceOrder order, VisitStep step) {
        if (chance.nextInt(10) == 0) {
            Map<String, String> tooHot = new HashMap<>(OneBathTest.BEFORE);
            tooHot.put("water", "55");
            return order.plan().service() == Service.BATH ? tooHot : Map.of();
        }
        return switch (order.plan().service()) {
            case MEAL -> step == VisitStep.ON_THE_WAY
                    ? Map.of("cooked-at", clock.instant().toString())
                    : step == VisitStep.CHECKED_OUT
                            ? Map.of("handed-over", "yes", "reheated", "yes")
                            : Map.of();
            case BATH -> step == VisitStep.BEGUN
                    ? OneBathTest.BEFORE
                    : step == VisitStep.CHECKED_OUT ? OneBathTest.AFTER : Map.of();
            case MEDICAL -> step == VisitStep.BEGUN
                    ? Map.of("documents", "yes")
                    : step == VisitStep.CHECKED_OUT ? Map.of("result", "正常", "home-safe", "yes") : Map.of();
        };
    }

    private void atTheDesk() {
        if (orders.isEmpty()) {
            return;
        }
        OrderId order = any(orders);
        Orders desk = dispatcher.orders().orders();
        switch (chance.nextInt(7)) {
            case 0 -> desk.ask(order, operator, any(workers).id());
            case 5 -> desk.takeBack(order, operator, any(workers).id(), "打不通");
            case 6 -> desk.review(order, operator, any(List.of(Settlement.Decision.values())), "没有签退");
            case 1 -> desk.cancel(order, operator, "resident", "不需要了");
            case 2 -> orders.stream().filter(id -> find(id).progress().state() == OrderState.CHECKED_OUT)
                    .findFirst()
                    .ifPresent(id -> desk.review(id, operator, any(List.of(Settlement.Decision.values())),
                            "核实"));
            default -> desk.rate(order, operator, 1 + chance.nextInt(5), any(List.of(Complaint.values())),
                    Optional.empty());
        }
    }

    private void called() {
        incidents.add(dispatcher.incidents().incidents().raise(town.press(any(bands))).incident());
    }

    private void aboutACall() {
        Set<IncidentId> known = new TreeSet<>((one, other) -> one.uuid().compareTo(other.uuid()));
        known.addAll(incidents);
        orders.stream().flatMap(order -> find(order).progress().incident().stream()).forEach(known::add);
        if (known.isEmpty()) {
            return;
        }
        IncidentId incident = any(List.copyOf(known));
        Responder worker = any(workers);
        switch (chance.nextInt(8)) {
            case 0, 1, 2 ->
                dispatcher.offers().liveOf(worker.id(), ErrandKind.INCIDENT, clock.instant()).stream()
                        .findFirst()
                        .ifPresent(offer -> dispatcher.incidents().help().accept(offer.id(), worker.id()));
            case 3, 4,
                    5 ->
                dispatcher.offers().taskOf(worker.id()).ifPresent(task -> dispatcher.incidents().help()
                        .step(task.id(), worker.id(), new Help.StepReport(
                                any(List.of(Step.ON_THE_WAY, Step.ARRIVED, Step.DONE, Step.DONE,
                                        Step.GIVEN_BACK)),
                                Optional.of("好了"), Optional.empty())));
            case 6 -> dispatcher.incidents().desk().dispatch(incident, operator, worker.id());
            default -> {
                dispatcher.incidents().desk().take(incident, operator);
                dispatcher.incidents().desk().called(incident, operator, null, ContactResult.ANSWERED_SAFE);
                dispatcher.incidents().desk().close(incident, operator,
                        new Closing(Cause.CARE_NEED, Action.OWN_RESPONDER, new Protected("已核实")));
            }
        }
    }

    // Nothing is delivered in the dark; the night is one step.
    private void timePasses() {
        ZonedDateTime local = clock.instant().atZone(TestTown.ZONE);
        boolean night = local.getHour() >= 19 || local.getHour() < 6;
        clock.pass(night
                ? Duration.between(local, local.plusHours(12).with(LocalTime.of(8, 0)))
                : Duration.ofMinutes(1L + chance.nextInt(15)));
        fireDue();
    }

    private <T> T any(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }
}
