package anxin.dispatcher.order;

/** What came of a command about an order: done, or refused for a reason the asker is told. */
public sealed interface OrderAnswer {

    record Done(OrderId order) implements OrderAnswer {}

    record Refused(OrderRefusal why) implements OrderAnswer {}

    static OrderAnswer refused(OrderRefusal why) {
        return new Refused(why);
    }

    /** @param detail the values that broke the rule; may be empty */
    static OrderAnswer refused(OrderRefusal.Rule rule, String detail) {
        return new Refused(new OrderRefusal.Breaks(rule, detail));
    }
}
