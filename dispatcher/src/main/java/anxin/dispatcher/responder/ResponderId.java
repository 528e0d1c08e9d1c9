package anxin.dispatcher.responder;

import anxin.dispatcher.store.Id;
import java.util.UUID;

/** Which responder. */
public record ResponderId(UUID uuid) implements Id {}
