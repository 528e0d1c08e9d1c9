/**
 * Wristbands, buttons and hubs as they behave on the wire: MQTT and nothing else.
 *
 * <p>Start with {@link anxin.simulators.device.NativeDevice}. {@link anxin.simulators.device.Outbox} decides what is
 * sent again and when; {@link anxin.simulators.device.MqttLink} is the only class that knows Paho. Nothing here knows
 * HTTP, people or the server's code.
 */
@NullMarked
package anxin.simulators.device;

import org.jspecify.annotations.NullMarked;
