package anxin.dispatcher.catalogue;

import java.time.Instant;

/** Hours of one day in which a visit may begin: from the opening until before the closing. */
public record Window(String name, Instant opens, Instant closes) {

    public boolean holds(Instant start) {
        return !start.isBefore(opens) && start.isBefore(closes);
    }
}
