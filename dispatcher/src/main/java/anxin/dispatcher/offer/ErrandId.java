package anxin.dispatcher.offer;

import anxin.dispatcher.store.Id;
import java.util.UUID;

/** Which errand; an incident's errand has the incident's id. */
public record ErrandId(UUID uuid) implements Id {}
