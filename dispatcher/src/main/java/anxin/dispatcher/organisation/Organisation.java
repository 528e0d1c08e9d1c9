package anxin.dispatcher.organisation;

import anxin.dispatcher.store.Jurisdiction;
import java.time.ZoneId;

/**
 * A centre that answers for residents.
 *
 * @param code      short lower-case word; stands in device topics as the tenant
 * @param deskPhone what a responder dials to reach the desk
 */
public record Organisation(Jurisdiction jurisdiction, String code, String name, ZoneId timeZone,
        String deskPhone) {

    public Organisation {
        if (!code.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException(
                    "organisation code '" + code + "' is not 1 to 32 of a-z, 0-9 and -");
        }
    }
}
