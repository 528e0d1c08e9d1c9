package anxin.dispatcher.device;

/** What the thing is in the home. */
public enum DeviceKind {
    WRISTBAND,
    BUTTON,
    CORD,
    SENSOR,
    HUB
}
