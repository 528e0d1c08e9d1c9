/**
 * Buttons, wristbands, sensors and the hubs they hang on. Open {@link anxin.dispatcher.device.Device} first.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.device;
