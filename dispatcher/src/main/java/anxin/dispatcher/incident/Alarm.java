package anxin.dispatcher.incident;

import anxin.dispatcher.device.DeviceId;
import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.store.Jurisdiction;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A call for help, whoever made it: a device, a phone call, a door that nobody opened.
 *
 * @param resident   for whom; empty for a device that nobody has claimed yet
 * @param device     from where; empty when a person reported it
 * @param order      the service order whose door it was, if it was one's
 * @param receipt    the message that brought it, if one did
 * @param deviceTime when it happened by the device's own clock
 * @param receivedAt when it reached us; the ring clock starts here
 */
public record Alarm(Jurisdiction jurisdiction, Optional<ResidentId> resident, Optional<DeviceId> device,
        AlarmType type, Optional<UUID> order, Optional<UUID> receipt, Optional<Instant> deviceTime,
        Instant receivedAt, AgeBand ageBand,
        boolean exercise) {

    public Alarm {
        if (resident.isEmpty() && device.isEmpty()) {
            throw new IllegalArgumentException("an alarm needs a resident or a device to be about");
        }
        if (!type.opensIncident()) {
            throw new IllegalArgumentException(type + " never opens an incident; it belongs in a bin");
        }
    }

    /** Whom the one-open-incident rule counts for. */
    UUID subject() {
        return resident.map(ResidentId::uuid).orElseGet(() -> device.orElseThrow().uuid());
    }
}
