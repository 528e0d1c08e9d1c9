/**
 * MQTT in and out: bytes become readings, and a message is acknowledged once it is durable. Open
 * {@link anxin.gateway.door.MqttDoor} first; each device family has a package with a decoder of plain Java.
 */
@org.jspecify.annotations.NullMarked
package anxin.gateway;
