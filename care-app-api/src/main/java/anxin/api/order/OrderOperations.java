package anxin.api.order;

import anxin.api.http.Call;
import anxin.api.http.InvalidField;
import anxin.api.http.Operation;
import anxin.api.http.OrderRefusals;
import anxin.api.http.Reply;
import anxin.api.people.People;
import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.catalogue.Service;
import anxin.dispatcher.order.OrderAnswer;
import anxin.dispatcher.order.OrderId;
import anxin.dispatcher.order.Orders;
import anxin.dispatcher.order.Request;
import anxin.dispatcher.order.Request.SelfPay;
import anxin.dispatcher.order.ServiceOrder.Complaint;
import anxin.dispatcher.order.Settlement.Decision;
import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Json;
import anxin.dispatcher.store.Protected;
import anxin.dispatcher.store.Word;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** The desk's operations about orders. */
public final class OrderOperations {

    private static final int MOST_RESIDENTS = 20;

    private final Dispatcher dispatcher;
    private final Orders orders;
    private final OrderView view;
    private final ChoiceView choices;
    private final OrderRefusals refusals;

    public OrderOperations(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
        this.orders = dispatcher.orders().orders();
        People people = new People(dispatcher.sql());
        this.view = new OrderView(dispatcher, people);
        this.choices = new ChoiceView(dispatcher);
        this.refusals = new OrderRefusals(people::responder);
    }

    /** By the operation's id in the contract. */
    public Map<String, Operation> all() {
        return Map.of(
                "findResidents", this::residents,
                "listServices", this::services,
                "listOrders", call -> Reply.ok(view.day(call.caller(), day(call))),
                "placeOrder", this::place,
                "getOrder", call -> file(call, order(call), Reply::ok),
                "askForOrder", call -> after(call, orders.ask(order(call), call.caller().staff(),
                        new ResponderId(UUID.fromString(call.text("responder"))))),
                "cancelOrder", call -> after(call,
                        orders.cancel(order(call), call.caller().staff(), call.text("by"),
                                call.text("reason"))),
                "takeBackOrder", call -> after(call, orders.takeBack(order(call), call.caller().staff(),
                        new ResponderId(UUID.fromString(call.text("responder"))), call.text("reason"))),
                "rateOrder", this::rate,
                "reviewOrder", call -> after(call, orders.review(order(call), call.caller().staff(),
                        Word.parse(Decision.class, call.text("decision")), call.text("note"))));
    }

    private Reply residents(Call call) {
        return Reply.ok(
                choices.residents(dispatcher.residents().search(call.caller().jurisdiction().organisation(),
                        call.query("q"), MOST_RESIDENTS)));
    }

    private Reply services(Call call) {
        return dispatcher.residents()
                .find(call.caller().jurisdiction().organisation(), new ResidentId(call.pathId("resident")))
                .map(resident -> Reply.ok(choices.services(resident, day(call))))
                .orElseGet(Reply::notFound);
    }

    private Reply place(Call call) {
        Request request = new Request(new ResidentId(UUID.fromString(call.text("resident"))),
                Word.parse(Service.class, call.text("service")),
                call.findInstant("startsAt").orElseThrow(),
                call.text("requestedBy"),
                call.body().path("selfPay").asBoolean(false) ? SelfPay.AGREED : SelfPay.NOT_AGREED,
                call.findText("dish").map(UUID::fromString), appointment(call),
                call.findText("wish").map(Protected::new));
        return refusals.reply(orders.place(request, call.caller().staff()),
                placed -> file(call, placed, Reply::created));
    }

    private Reply rate(Call call) {
        return after(call,
                orders.rate(order(call), call.caller().staff(), call.body().path("stars").intValue(),
                        call.body().path("complaint").asBoolean() ? Complaint.MADE : Complaint.NONE,
                        call.findText("words")));
    }

    private Reply after(Call call, OrderAnswer answer) {
        return refusals.reply(answer, order -> file(call, order, Reply::ok));
    }

    private Reply file(Call call, OrderId id, Function<Object, Reply> answered) {
        return view.file(call.caller(), id).map(answered).orElseGet(Reply::notFound);
    }

    private LocalDate day(Call call) {
        Instant now = dispatcher.clock().instant();
        return call.findQuery("day").map(OrderOperations::date)
                .orElseGet(() -> LocalDate.ofInstant(now, dispatcher.zone()));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new InvalidField("day", "not a day like 2026-11-21");
        }
    }

    // Kept as it was said, in one canonical form, with its time checked.
    private static Optional<Request.Appointment> appointment(Call call) {
        JsonNode said = call.body().path("appointment");
        if (!said.isObject()) {
            return Optional.empty();
        }
        Map<String, String> fields = new TreeMap<>();
        said.properties().forEach(
                field -> fields.put(field.getKey(), Call.storable("appointment", field.getValue().asText())));
        Instant at = new Call(call.caller(), Map.of(), Map.of(), said).findInstant("at").orElseThrow();
        return Optional.of(new Request.Appointment(at, new Protected(Json.write(fields))));
    }

    private static OrderId order(Call call) {
        return new OrderId(call.pathId("order"));
    }
}
