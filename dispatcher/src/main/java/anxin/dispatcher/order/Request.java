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
 * @param appointment canonical JSON; wanted for a way to the doctor
 */
public record Request(ResidentId resident, Service service, Instant startsAt, String requestedBy,
        SelfPay selfPay,
        Optional<UUID> dish, Optional<Protected> appointment, Optional<Protected> wish) {

    /** Whether the resident agreed to pay in person what no source covers. */
    public enum SelfPay {
        AGREED,
        NOT_AGREED
    }
}
