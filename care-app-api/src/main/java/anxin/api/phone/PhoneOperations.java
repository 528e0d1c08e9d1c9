package anxin.api.phone;

import anxin.api.http.Call;
import anxin.api.http.Operation;
import anxin.api.http.OrderRefusals;
import anxin.api.http.Refusals;
import anxin.api.http.Reply;
import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.feed.Change;
import anxin.dispatcher.incident.Answer;
import anxin.dispatcher.incident.Help;
import anxin.dispatcher.offer.ErrandKind;
import anxin.dispatcher.offer.OfferId;
import anxin.dispatcher.offer.OfferState;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.order.OrderAnswer;
import anxin.dispatcher.order.VisitStep;
import anxin.dispatcher.order.Visits;
import anxin.dispatcher.place.Place;
import anxin.dispatcher.responder.Duty;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Word;
import anxin.dispatcher.visit.Fix;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The operations of a responder's phone. */
public final class PhoneOperations {

    private final Dispatcher dispatcher;
    private final Help help;
    private final PhoneView view;
    private final Visits visits;
    private final Refusals refusals;
    private final OrderRefusals orderRefusals;

    public PhoneOperations(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
        this.help = dispatcher.incidents().help();
        this.visits = dispatcher.orders().visits();
        this.view = new PhoneView(dispatcher);
        this.refusals = new Refusals(view::staffName, view::responderName);
        this.orderRefusals = new OrderRefusals(view::responderName);
    }

    /** By the operation's id in the contract. */
    public Map<String, Operation> all() {
        return Map.of(
                "getPhone", this::phone,
                "setDuty", this::duty,
                "reportPosition", this::position,
                "confirmDelivery", this::delivered,
                "acceptOffer", this::accept,
                "declineOffer", this::decline,
                "recordStep", this::step,
                "recordVisitStep", this::visitStep);
    }

    private Reply phone(Call call) {
        return Reply.ok(view.phone(call.caller()));
    }

    private Reply duty(Call call) {
        ResponderId who = call.caller().onThePhone();
        Duty duty = Word.parse(Duty.class, call.text("state"));
        if (duty == Duty.OFF) {
            if (dispatcher.offers().isAwaited(who, dispatcher.clock().instant())) {
                return stillAwaited();
            }
            // Saying no takes each incident, so it comes before the person is taken: the order everybody keeps.
            help.declineAll(who, "off-duty");
            visits.declineAll(who, "off-duty");
        }
        dispatcher.responders().lock(who);
        // What was accepted while the others were declined.
        if (duty == Duty.OFF && dispatcher.offers().isAwaited(who, dispatcher.clock().instant())) {
            return stillAwaited();
        }
        dispatcher.responders().setDuty(who, duty, dispatcher.clock().instant());
        dispatcher.feed().tellDesk(call.caller().jurisdiction(), Change.Kind.RESPONDER, who.uuid());
        return phone(call);
    }

    private static Reply stillAwaited() {
        return Reply.problem(409, "still-on-a-task", "Somebody waits for you; finish or give back first");
    }

    private Reply position(Call call) {
        JsonNode accuracy = call.body().path("accuracy");
        boolean stored = dispatcher.responders().moved(call.caller().onThePhone(), place(call.body()),
                accuracy.isNumber() ? accuracy.doubleValue() : null, dispatcher.clock().instant());
        return stored
                ? Reply.nothing()
                : Reply.problem(409, "off-duty", "A position is kept only while its owner is on duty");
    }

    private Reply accept(Call call) {
        ResponderId who = call.caller().onThePhone();
        return isVisit(call)
                ? afterVisit(call, visits.accept(offer(call), who))
                : after(call, help.accept(offer(call), who));
    }

    private Reply decline(Call call) {
        ResponderId who = call.caller().onThePhone();
        String reason = call.text("reason");
        return isVisit(call)
                ? afterVisit(call, visits.decline(offer(call), who, reason))
                : after(call, help.decline(offer(call), who, reason));
    }

    private Reply delivered(Call call) {
        help.delivered(offer(call), call.caller().onThePhone(),
                Word.parse(OfferState.class, call.text("state")));
        return Reply.nothing();
    }

    private Reply step(Call call) {
        Help.StepReport report = new Help.StepReport(Word.parse(Step.class, call.text("step")),
                call.findText("note"),
                call.findInstant("deviceTime"));
        return after(call, help.step(new OfferId(call.pathId("task")), call.caller().onThePhone(), report));
    }

    private Reply visitStep(Call call) {
        Map<String, String> answers = new TreeMap<>();
        call.body().path("checks").properties()
                .forEach(answer -> answers.put(Call.storable(answer.getKey(), answer.getKey()),
                        Call.storable(answer.getKey(), answer.getValue().asText())));
        Visits.Report report = new Visits.Report(Word.parse(VisitStep.class, call.text("step")), answers,
                call.findText("note"), call.findInstant("deviceTime"), fix(call.body().path("position")));
        return afterVisit(call,
                visits.step(new OfferId(call.pathId("visit")), call.caller().onThePhone(), report));
    }

    private static Optional<Fix> fix(JsonNode position) {
        return position.isObject()
                ? Optional.of(new Fix(place(position), position.path("accuracy").isNumber()
                        ? Optional.of(position.path("accuracy").doubleValue())
                        : Optional.empty()))
                : Optional.empty();
    }

    private static Place place(JsonNode position) {
        return new Place(position.path("latitude").doubleValue(), position.path("longitude").doubleValue());
    }

    private boolean isVisit(Call call) {
        return dispatcher.offers().find(offer(call)).filter(offer -> offer.kind() == ErrandKind.ORDER)
                .isPresent();
    }

    private Reply afterVisit(Call call, OrderAnswer answer) {
        return orderRefusals.reply(answer, order -> phone(call));
    }

    private Reply after(Call call, Answer answer) {
        return refusals.reply(answer, () -> phone(call));
    }

    private static OfferId offer(Call call) {
        return new OfferId(call.pathId("offer"));
    }
}
