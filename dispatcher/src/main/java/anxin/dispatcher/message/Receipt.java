package anxin.dispatcher.message;

import anxin.dispatcher.incident.IncidentId;
import java.util.Optional;
import java.util.UUID;

/** The durable answer to a message: it is stored, and this is where it ended. Only now may it be acknowledged. */
public sealed interface Receipt {

    UUID id();

    Optional<IncidentId> incident();

    record Stored(UUID id, Bin bin, Optional<IncidentId> incident) implements Receipt {}

    /** The same message was stored before; this delivery changed nothing but a count. */
    record AlreadyKnown(UUID id, Optional<IncidentId> incident) implements Receipt {}
}
