package anxin.dispatcher.incident;

import anxin.dispatcher.store.Id;
import java.util.UUID;

/** Whose account at the desk. */
public record StaffId(UUID uuid) implements Id {}
