/**
 * What must always hold, asked of the store as SQL. Open {@link anxin.dispatcher.invariant.InvariantStore} first.
 * Reads only.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.invariant;
