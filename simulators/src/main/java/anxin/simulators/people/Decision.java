package anxin.simulators.people;

import java.time.Duration;

/** What one person does with one offer. */
public sealed interface Decision {

    /** Presses "I go". */
    record Accept(Duration after, Follow follow) implements Decision {}

    /** Presses "I cannot", with a reason of the contract. */
    record Decline(Duration after, String reason) implements Decision {}

    /** Does not answer at all. */
    record Silence() implements Decision {}

    /** What follows an accept. */
    enum Follow {
        GOES,
        STAYS_WHERE_THEY_ARE
    }
}
