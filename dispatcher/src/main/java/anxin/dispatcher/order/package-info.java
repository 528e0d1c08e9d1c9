/**
 * One ordered visit: a meal, a bath, a way to the doctor. Asked for at the desk, offered to the same people as a call for
 * help, proved at the door, paid from the wallet. Open {@link anxin.dispatcher.order.Orders} first, then
 * {@link anxin.dispatcher.order.Visits}; what happens by itself is in {@link anxin.dispatcher.order.OrderClock}. May know
 * incidents (a door that nobody opens is one); incidents do not know orders.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.order;
