package anxin.dispatcher.incident;

import anxin.dispatcher.incident.Incident.FileEnd;
import anxin.dispatcher.store.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes into an incident's file. The incident must be held by the transaction, so that entries form one chain. */
final class Timeline {

    private final IncidentStore store;

    Timeline(IncidentStore store) {
        this.store = store;
    }

    /** @return the incident with its new end of file; the caller saves it */
    Incident write(Incident incident, Instant at, EventKind kind, Actor actor, Map<String, ?> body) {
        return write(incident, at, kind, actor, body, Optional.empty());
    }

    /** @param receipt the message behind the entry */
    Incident write(Incident incident, Instant at, EventKind kind, Actor actor, Map<String, ?> body,
            Optional<UUID> receipt) {
        Event event = Event.sealed(incident.id(), incident.fileEnd().hash(), incident.fileEnd().seq() + 1, at,
                kind,
                actor, Json.write(body));
        store.append(incident, event, receipt.orElse(null));
        return incident.with(new FileEnd(event.seq(), event.hash()));
    }
}
