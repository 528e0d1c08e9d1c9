package anxin.simulators.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a resident asks 12349 for. */
public record OrderWish(String resident, String service, Instant startsAt, @Nullable String dish,
        @Nullable Appointment appointment, SelfPay selfPay) {

    /** Whether the resident agreed to pay what no source covers. */
    public enum SelfPay {
        CONFIRMED,
        NOT_ASKED
    }

    /** Where somebody goes with the resident. */
    public record Appointment(String hospital, String department, Instant at, String transport) {}

    /** The same, now that the resident agreed to pay the rest. */
    public OrderWish confirmed() {
        return new OrderWish(resident, service, startsAt, dish, appointment, SelfPay.CONFIRMED);
    }
}
