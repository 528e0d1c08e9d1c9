package anxin.dispatcher.catalogue;

import anxin.dispatcher.offer.Opening.Diverting;
import anxin.dispatcher.wallet.Fen;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a service costs and wants, in the version in effect on one day.
 *
 * @param effectiveFrom which version
 * @param ahead         how long before its beginning it must be ordered
 * @param twoFromLevel  two workers from this assessed level on; 6 is never
 * @param sameSex       whether one worker must be of the resident's sex
 * @param skill         what every worker must have learnt
 */
public record Terms(Service service, LocalDate effectiveFrom, Fen price, Duration length, Duration ahead,
        int twoFromLevel, boolean sameSex, Optional<String> skill, Diverting diverting) {

    /** @param level 0 able to 5 fully dependent */
    public int workersFor(int level) {
        return level >= twoFromLevel ? 2 : 1;
    }
}
