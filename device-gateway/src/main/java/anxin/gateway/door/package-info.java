/**
 * The MQTT 3.1.1 and 5 endpoint that devices connect to. The only package here that knows Vert.x. Open
 * {@link anxin.gateway.door.MqttDoor} first, then {@link anxin.gateway.door.Session}.
 */
@org.jspecify.annotations.NullMarked
package anxin.gateway.door;
