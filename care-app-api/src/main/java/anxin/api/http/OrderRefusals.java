package anxin.api.http;

import anxin.dispatcher.order.OrderAnswer;
import anxin.dispatcher.order.OrderId;
import anxin.dispatcher.order.OrderRefusal;
import anxin.dispatcher.order.OrderRefusal.Rule;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Refusals about orders as problems a page can put into words: the problem's word is the rule. */
public final class OrderRefusals {

    private final Function<UUID, String> responderName;

    /** @param responderName the name behind a responder's id, for "taken by" */
    public OrderRefusals(Function<UUID, String> responderName) {
        this.responderName = responderName;
    }

    /** @param whenDone what to answer when the command was carried out */
    public Reply reply(OrderAnswer answer, Function<OrderId, Reply> whenDone) {
        return switch (answer) {
            case OrderAnswer.Done(OrderId order) -> whenDone.apply(order);
            case OrderAnswer.Refused(OrderRefusal why) -> problem(why);
        };
    }

    private Reply problem(OrderRefusal refusal) {
        return switch (refusal) {
            case OrderRefusal.NotFound() -> Reply.notFound();
            case OrderRefusal.Breaks(Rule rule, String detail) -> problem(rule, detail(detail));
            case OrderRefusal.CheckBreaks(Rule rule, String field, String detail) ->
                problem(rule, detail(detail).with("field", field));
            case OrderRefusal.NoteMissing() -> Reply.invalid(Optional.of("note"), "this step wants a note");
            case OrderRefusal.AlreadyTaken(var by) ->
                Reply.problem(409, "already-taken", "Somebody was faster",
                        new Fields().with("by", responderName.apply(by.uuid())));
        };
    }

    private static Reply problem(Rule rule, Fields more) {
        return Reply.problem(409, rule.word(), rule.title(), more);
    }

    private static Fields detail(String detail) {
        return detail.isEmpty() ? new Fields() : new Fields().with("detail", detail);
    }
}
