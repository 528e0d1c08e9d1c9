/**
 * A whole town in one process, to show, to measure and to break Anxin from outside.
 *
 * <p>Start with {@link anxin.simulators.Simulation}, or run {@link anxin.simulators.Simulators} from a shell. Speaks only
 * MQTT and HTTP and imports nothing of the server.
 */
@NullMarked
package anxin.simulators;

import org.jspecify.annotations.NullMarked;
