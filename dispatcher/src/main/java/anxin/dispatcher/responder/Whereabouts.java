package anxin.dispatcher.responder;

import anxin.dispatcher.place.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where somebody probably is, and how we know.
 *
 * @param place the place to reckon travel from
 * @param trust how much the place is worth
 */
public record Whereabouts(Place place, Trust trust) {

    /** A phone's word is good for ten minutes, then the shift's base is the better guess; after an hour we do not know. */
    public enum Trust {
        FRESH,
        AT_BASE,
        UNKNOWN
    }

    private static final Duration FRESH_FOR = Duration.ofMinutes(10);
    private static final Duration KNOWN_FOR = Duration.ofMinutes(60);

    static Whereabouts at(Instant now, Optional<Place> reported, Optional<Instant> reportedAt, Place base) {
        if (reported.isEmpty() || reportedAt.isEmpty()) {
            return new Whereabouts(base, Trust.UNKNOWN);
        }
        Duration age = Duration.between(reportedAt.get(), now);
        if (age.compareTo(FRESH_FOR) <= 0) {
            return new Whereabouts(reported.get(), Trust.FRESH);
        }
        return new Whereabouts(base, age.compareTo(KNOWN_FOR) <= 0 ? Trust.AT_BASE : Trust.UNKNOWN);
    }
}
