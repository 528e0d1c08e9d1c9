package anxin.dispatcher.device;

import anxin.dispatcher.store.Id;
import java.util.UUID;

/** Which device, in the registry; not its name on the wire. */
public record DeviceId(UUID uuid) implements Id {}
