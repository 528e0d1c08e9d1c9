package anxin.dispatcher.order;

import anxin.dispatcher.store.Id;
import java.util.UUID;

/** Which order; its errand has the same id. */
public record OrderId(UUID uuid) implements Id {}
