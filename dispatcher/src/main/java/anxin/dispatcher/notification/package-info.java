/**
 * Messages to people outside: planned inside the transaction that makes them necessary, sent afterwards, each key one
 * visible effect. Open {@link anxin.dispatcher.notification.Notifications} first, then
 * {@link anxin.dispatcher.notification.Outbox}. Must not know what a subject is: an incident, an order.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.notification;
