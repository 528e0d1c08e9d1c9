/** A small stand-in that speaks enough MQTT 5 and HTTP to be taken for Anxin. */
@NullMarked
package anxin.simulators.standin;

import org.jspecify.annotations.NullMarked;
