package anxin.simulators.ledger;

import anxin.simulators.device.EventKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger.
 *
 * @param kind the kind of event, only in a {@code sent} line
 * @param incident only in an {@code evt-ack} line
 */
public record LedgerEntry(Act act, EventKey key, @Nullable String kind, @Nullable String incident,
        Instant at) {

    /** What happened to the event. */
    public enum Act {
        SENT("sent"),
        PUBACK("puback"),
        EVT_ACK("evt-ack");

        private final String word;

        Act(String word) {
            this.word = word;
        }

        /** As written in the file. */
        public String word() {
            return word;
        }
    }
}
