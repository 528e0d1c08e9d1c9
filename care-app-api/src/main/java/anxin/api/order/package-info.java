/**
 * The desk's orders: who may have what, the day's visits, one order. Open {@link anxin.api.order.OrderOperations} first.
 */
@org.jspecify.annotations.NullMarked
package anxin.api.order;
