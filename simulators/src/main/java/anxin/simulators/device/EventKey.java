package anxin.simulators.device;

/** What makes one event one event, however often it is sent: the device, its boot and its number within that boot. */
public record EventKey(String device, String boot, long seq) {}
