package anxin.simulators.device;

import java.time.Instant;

/** One call of a device: the words stay the same each time it is sent. */
public record DeviceEvent(EventKey key, String kind, Instant at, String payload) {}
