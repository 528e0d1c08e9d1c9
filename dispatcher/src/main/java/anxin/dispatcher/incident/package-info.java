/**
 * One call for help from the first signal to the closing code. Open {@link anxin.dispatcher.incident.Incidents}
 * first, then {@link anxin.dispatcher.incident.Desk} and {@link anxin.dispatcher.incident.Help}.
 * Plain synchronous Java on the caller's thread; knows no MQTT and no HTTP.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.incident;
