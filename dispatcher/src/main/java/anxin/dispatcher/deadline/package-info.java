/**
 * Time-outs as rows: what happens by itself, to whom and when. Nothing that waits lives only in memory.
 * Open {@link anxin.dispatcher.deadline.DeadlineStore} first. Must not know what a deadline means to its feature.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.deadline;
