/**
 * What must always hold, asked of the store as SQL. Open {@link anxin.dispatcher.invariant.Verification} first, then
 * {@link anxin.dispatcher.invariant.Rules}; the questions are in {@link anxin.dispatcher.invariant.InvariantStore} and
 * {@link anxin.dispatcher.invariant.ReceivedStore}. Reads only; repairs nothing.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.invariant;
