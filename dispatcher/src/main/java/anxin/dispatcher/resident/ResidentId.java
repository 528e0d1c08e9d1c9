package anxin.dispatcher.resident;

import anxin.dispatcher.store.Id;
import java.util.UUID;

/** Which resident. */
public record ResidentId(UUID uuid) implements Id {}
