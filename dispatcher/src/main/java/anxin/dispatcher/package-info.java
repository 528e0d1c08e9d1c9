/**
 * The heart of Anxin, by feature. Open {@link anxin.dispatcher.incident.Incidents} first to see what an alarm does, and
 * {@link anxin.dispatcher.Dispatcher} to see how the features are put together.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher;
