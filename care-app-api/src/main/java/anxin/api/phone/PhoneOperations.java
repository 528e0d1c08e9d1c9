package anxin.api.phone;

import anxin.api.http.Call;
import anxin.api.http.Operation;
import anxin.api.http.Refusals;
import anxin.api.http.Reply;
import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.feed.Change;
import anxin.dispatcher.incident.Answer;
import anxin.dispatcher.incident.Help;
import anxin.dispatcher.offer.OfferId;
import anxin.dispatcher.offer.OfferState;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.place.Place;
import anxin.dispatcher.responder.Duty;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Word;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The operations of a responder's phone. */
public final class PhoneOperations {

    private final Dispatcher dispatcher;
    private final Help help;
    private final PhoneView view;
    private final Refusals refusals;

    public PhoneOperations(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
        this.help = dispatcher.incidents().help();
        this.view = new PhoneView(dispatcher);
        this.refusals = new Refusals(view::staffName, view::responderName);
    }

    /** By the operation's id in the contract. */
    public Map<String, Operation> all() {
        return Map.of(
                "getPhone", this::phone,
                "setDuty", this::duty,
                "reportPosition", this::position,
                "confirmDelivery", this::delivered,
                "acceptOffer", call -> after(call, help.accept(offer(call), call.caller().onThePhone())),
                "declineOffer", call -> after(call,
                        help.decline(offer(call), call.caller().onThePhone(), call.text("reason"))),
                "recordStep", this::step);
    }

    private Reply phone(Call call) {
        return Reply.ok(view.phone(call.caller()));
    }

    private Reply duty(Call call) {
        ResponderId who = call.caller().onThePhone();
        Duty duty = Word.parse(Duty.class, call.text("state"));
        if (duty == Duty.OFF) {
            // Saying no takes each incident, so it comes before the person is taken: the order everybody keeps.
            help.declineAll(who, "off-duty");
        }
        dispatcher.responders().lock(who);
        if (duty == Duty.OFF && dispatcher.offers().taskOf(who).isPresent()) {
            return Reply.problem(409, "still-on-a-task", "Somebody waits for you; finish or give back first");
        }
        dispatcher.responders().setDuty(who, duty, dispatcher.clock().instant());
        dispatcher.feed().tellDesk(call.caller().jurisdiction(), Change.Kind.RESPONDER, who.uuid());
        return phone(call);
    }

    private Reply position(Call call) {
        JsonNode accuracy = call.body().path("accuracy");
        Place place = new Place(call.body().path("latitude").doubleValue(),
                call.body().path("longitude").doubleValue());
        boolean stored = dispatcher.responders().moved(call.caller().onThePhone(), place,
                accuracy.isNumber() ? accuracy.doubleValue() : null, dispatcher.clock().instant());
        return stored
                ? Reply.nothing()
                : Reply.problem(409, "off-duty", "A position is kept only while its owner is on duty");
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

    private Reply after(Call call, Answer answer) {
        return refusals.reply(answer, () -> phone(call));
    }

    private static OfferId offer(Call call) {
        return new OfferId(call.pathId("offer"));
    }
}
