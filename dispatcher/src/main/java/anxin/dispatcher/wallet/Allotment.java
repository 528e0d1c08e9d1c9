package anxin.dispatcher.wallet;

import anxin.dispatcher.resident.ResidentId;
import java.time.LocalDate;
import java.util.List;

/**
 * Money to be given to a resident as a lot.
 *
 * @param priority  1 is spent before 2
 * @param services  what it may be spent on
 * @param expiresOn the last day on which it may be spent
 */
public record Allotment(ResidentId resident, String source, int priority, List<String> services, Fen fen,
        LocalDate expiresOn) {

    public Allotment {
        Payment.checkedSource(source);
        services = List.copyOf(services);
        if (priority < 1) {
            throw new IllegalArgumentException("priority " + priority + " does not exist; the first is 1");
        }
        if (services.isEmpty()) {
            throw new IllegalArgumentException("money of " + source + " that may be spent on nothing");
        }
        if (fen.isZero()) {
            throw new IllegalArgumentException("nothing is not given; a lot has at least 1 fen");
        }
    }
}
