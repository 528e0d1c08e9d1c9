package anxin.dispatcher.incident;

import anxin.dispatcher.store.Id;
import java.util.UUID;

/** Which incident. */
public record IncidentId(UUID uuid) implements Id {}
