/**
 * What happens at the door of a visit: the answers it asks for and what speaks for it having happened. Open
 * {@link anxin.dispatcher.visit.Proof} first. Must not know how an order goes on.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.visit;
