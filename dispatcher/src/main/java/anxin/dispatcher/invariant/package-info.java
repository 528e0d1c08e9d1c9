/**
 * What must always hold, asked of the store as SQL. Open {@link anxin.dispatcher.invariant.Verification} first, then
 * {@link anxin.dispatcher.invariant.Rules} and {@link anxin.dispatcher.invariant.OrderRules}; the questions are in the
 * stores, the legal order of files in {@link anxin.dispatcher.invariant.History} and
 * {@link anxin.dispatcher.invariant.OrderHistory}. Reads only; repairs nothing.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.invariant;
