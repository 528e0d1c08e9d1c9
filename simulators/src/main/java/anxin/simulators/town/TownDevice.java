package anxin.simulators.town;

/**
 * One thing in a home that can call for help.
 *
 * @param user MQTT user name and client id: the device itself, or the hub that speaks for it
 * @param topic the device's own topic, or the base topic of its hub
 * @param name what the hub calls it
 */
public record TownDevice(String id, Kind kind, Family family, String user, String secret, String topic,
        String name, Place place) {

    /** What it looks like to the resident. */
    public enum Kind {
        WRISTBAND,
        BUTTON,
        ZIGBEE_BUTTON
    }

    /** Which language it speaks on the wire. */
    public enum Family {
        NATIVE,
        ZIGBEE2MQTT
    }

    @Override
    public String toString() {
        return "TownDevice[" + id + ", " + kind + "]";
    }
}
