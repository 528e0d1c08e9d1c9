package anxin.dispatcher.order;

import anxin.dispatcher.catalogue.Service;
import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.store.Protected;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a caller asks the desk for.
 *
 * @param requestedBy resident, family or caregiver
 * @param appointment wanted for a way to the doctor
 */
public record Request(ResidentId resident, Service service, Instant startsAt, String requestedBy,
        SelfPay selfPay,
        Optional<UUID> dish, Optional<Appointment> appointment, Optional<Protected> wish) {

    /** @param said canonical JSON: hospital, department, time, documents, transport */
    public record Appointment(Instant at, Protected said) {}

    /** Whether the resident agreed to pay in person what no source covers. */
    public enum SelfPay {
        AGREED,
        NOT_AGREED
    }
}
