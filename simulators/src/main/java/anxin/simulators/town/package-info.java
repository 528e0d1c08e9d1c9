/**
 * Who lives and works in the simulated town: devices with their secrets, caregivers and operators with their logins.
 *
 * <p>Start with {@link anxin.simulators.town.Town}. This package reads one file and knows nothing of MQTT or HTTP.
 */
@NullMarked
package anxin.simulators.town;

import org.jspecify.annotations.NullMarked;
