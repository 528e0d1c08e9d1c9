package anxin.api.desk;

import anxin.api.http.Call;
import anxin.api.http.Fields;
import anxin.api.http.Operation;
import anxin.api.http.Refusals;
import anxin.api.http.Reply;
import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.incident.Action;
import anxin.dispatcher.incident.Answer;
import anxin.dispatcher.incident.Cause;
import anxin.dispatcher.incident.Closing;
import anxin.dispatcher.incident.ContactResult;
import anxin.dispatcher.incident.Desk;
import anxin.dispatcher.incident.IncidentId;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Protected;
import anxin.dispatcher.store.Word;
import java.util.Map;
import java.util.UUID;

/** The operations of the desk. */
public final class DeskOperations {

    private static final int MOST_NOTICES = 100;

    private final Dispatcher dispatcher;
    private final Desk desk;
    private final DeskView view;
    private final Refusals refusals;

    public DeskOperations(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
        this.desk = dispatcher.incidents().desk();
        this.view = new DeskView(dispatcher);
        this.refusals = new Refusals(view::staffName, view::responderName);
    }

    /** By the operation's id in the contract. */
    public Map<String, Operation> all() {
        return Map.ofEntries(
                Map.entry("listIncidents", call -> Reply.ok(view.board(call.caller()))),
                Map.entry("getIncident", this::file),
                Map.entry("markDisplayed", call -> refusals
                        .reply(desk.displayed(incident(call), call.caller().staff()), Reply::nothing)),
                Map.entry("takeIncident",
                        call -> after(call, desk.take(incident(call), call.caller().staff()))),
                Map.entry("releaseIncident", call -> after(call,
                        desk.release(incident(call), call.caller().staff(), call.text("reason")))),
                Map.entry("dispatchResponder",
                        call -> after(call, desk.dispatch(incident(call), call.caller().staff(),
                                new ResponderId(UUID.fromString(call.text("responder")))))),
                Map.entry("addNote", call -> after(call,
                        desk.note(incident(call), call.caller().staff(), call.text("text")))),
                Map.entry("recordContactAttempt", this::called),
                Map.entry("standDown", call -> after(call,
                        desk.standDown(incident(call), call.caller().staff(), call.text("reason")))),
                Map.entry("closeIncident", this::close),
                Map.entry("listNotices", this::notices),
                Map.entry("reviewNotice", this::review));
    }

    private Reply file(Call call) {
        return view.file(call.caller(), incident(call)).map(Reply::ok).orElseGet(Reply::notFound);
    }

    private Reply called(Call call) {
        return after(call, desk.called(incident(call), call.caller().staff(),
                call.findText("contact").map(UUID::fromString).orElse(null),
                Word.parse(ContactResult.class, call.text("result"))));
    }

    private Reply close(Call call) {
        Closing closing = new Closing(Word.parse(Cause.class, call.text("cause")),
                Action.ofCode(call.text("action")), new Protected(call.text("note")));
        return after(call, desk.close(incident(call), call.caller().staff(), closing));
    }

    private Reply notices(Call call) {
        return Reply.ok(new Fields().with("notices", dispatcher.noticeStore()
                .toReview(call.caller().jurisdiction().organisation(), MOST_NOTICES).stream()
                .map(NoticeView::fields)
                .toList()));
    }

    private Reply review(Call call) {
        boolean reviewed = dispatcher.notices().review(call.pathId("notice"), call.caller().jurisdiction(),
                call.caller().account(), call.text("outcome"));
        return reviewed
                ? Reply.nothing()
                : Reply.problem(409, "already-reviewed", "There is nothing of that name left to review");
    }

    private Reply after(Call call, Answer answer) {
        return refusals.reply(answer, () -> file(call));
    }

    private static IncidentId incident(Call call) {
        return new IncidentId(call.pathId("incident"));
    }
}
