package anxin.api.http;

import anxin.dispatcher.incident.Staff;
import anxin.dispatcher.incident.StaffId;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Jurisdiction;
import java.util.Optional;
import java.util.UUID;

/** Who is signed in, for whom they act, and over which session. */
public record Caller(UUID account, Role role, Jurisdiction jurisdiction, Optional<ResponderId> responder,
        UUID session) {

    public Staff staff() {
        return new Staff(new StaffId(account), jurisdiction);
    }

    /** The person on the phone; only a caregiver's account has one, and the contract lets nobody else near. */
    public ResponderId onThePhone() {
        return responder
                .orElseThrow(() -> new IllegalStateException("account without a responder on a phone route"));
    }
}
