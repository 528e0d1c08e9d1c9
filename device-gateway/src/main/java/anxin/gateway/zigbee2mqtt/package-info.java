/**
 * Buttons behind a zigbee2mqtt hub. Open {@link anxin.gateway.zigbee2mqtt.Zigbee2MqttDecoder} first. Plain Java.
 */
@org.jspecify.annotations.NullMarked
package anxin.gateway.zigbee2mqtt;
