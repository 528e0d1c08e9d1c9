package anxin.dispatcher.offer;

import anxin.dispatcher.resident.Gender;
import java.time.Instant;
import java.util.Optional;

/**
 * A place on an errand that somebody is looked for.
 *
 * @param gender who may fill it; empty for anybody
 * @param hours  when it keeps its holder; empty for an incident, which does so at once and until it is done
 */
public record Opening(Optional<Gender> gender, Optional<Hours> hours) {

    /** What an incident asks for: anybody, now. */
    static final Opening NOW = new Opening(Optional.empty(), Optional.empty());

    /**
     * The time of a visit and how firmly it keeps its holder.
     *
     * @param diverting until when a call for life may take the holder away
     */
    public record Hours(Instant from, Instant until, Diverting diverting) {}

    /** Until when a call for life may take somebody from a visit. */
    public enum Diverting {
        /** A meal can be carried by somebody else. */
        UNTIL_DONE,
        /** Nobody is left in the bath, or halfway to the hospital. */
        UNTIL_CHECKED_IN
    }
}
