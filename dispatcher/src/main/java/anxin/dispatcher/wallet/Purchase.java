package anxin.dispatcher.wallet;

import anxin.dispatcher.resident.ResidentId;
import java.time.LocalDate;
import java.util.List;

/**
 * What a resident wants to buy.
 *
 * @param service the word of the service, such as meal
 * @param grants  what public sources pay of it
 * @param day     the day of the visit; lots that expired before it are not spent
 */
public record Purchase(ResidentId resident, String service, Fen price, List<Grant> grants, LocalDate day) {

    public Purchase {
        grants = List.copyOf(grants);
    }
}
