package anxin.dispatcher.catalogue;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Something a visit asks at one stage before it may go on.
 *
 * @param stage on-the-way, checked-in, begun or checked-out
 * @param least smallest number with which it may go on
 * @param most  largest number with which it may go on
 */
public record Check(String stage, String field, Kind kind, Optional<BigDecimal> least,
        Optional<BigDecimal> most,
        Optional<String> unit, boolean required) {

    /** What an answer looks like. */
    public enum Kind {
        NUMBER,
        /** The visit goes on only with yes. */
        YES,
        /** Yes or no, both are answers. */
        CHOICE,
        TEXT,
        TIME
    }
}
