package anxin.dispatcher.offer;

import anxin.dispatcher.store.Id;
import java.util.UUID;

/** Which offer. */
public record OfferId(UUID uuid) implements Id {}
