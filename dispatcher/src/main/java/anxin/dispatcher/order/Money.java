package anxin.dispatcher.order;

/** What became of the price of an order. */
public enum Money {
    HELD,
    CAPTURED,
    RELEASED
}
