package anxin.dispatcher.wallet;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Money of one source that a resident may spend.
 *
 * @param priority  1 is spent before 2
 * @param services  what it may be spent on
 * @param expiresOn the last day on which it may be spent
 */
public record Lot(UUID id, String source, int priority, Fen left, List<String> services,
        LocalDate expiresOn) {

    public Lot {
        services = List.copyOf(services);
    }

    boolean permits(String service) {
        return services.contains(service);
    }
}
