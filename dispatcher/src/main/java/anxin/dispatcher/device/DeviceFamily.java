package anxin.dispatcher.device;

/** Which language a device speaks. */
public enum DeviceFamily {
    NATIVE,
    ZIGBEE2MQTT
}
