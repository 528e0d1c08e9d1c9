package anxin.dispatcher.incident;

import anxin.dispatcher.notification.Channel;
import java.time.Duration;
import java.util.Optional;

/**
 * One step of the ladder: who is turned to when nobody has come forward.
 *
 * @param after   counted from the start of help
 * @param every   how long until the step comes back; empty for a step that is taken once
 * @param channel over which somebody outside is written to; empty where only pages and phones of ours are told
 * @param stopOn  what makes the step unnecessary
 */
record LadderStep(int step, Duration after, Optional<Duration> every, Who who, Optional<Channel> channel,
        StopOn stopOn) {

    enum Who {
        THREE_BEST,
        CONTACT_1,
        CONTACT_2,
        /** Volunteers and neighbours a few hundred metres from the door. */
        NEAR_NEIGHBOURS,
        WITHIN_REACH,
        DUTY_LEADER,
        PROMPT_120,
        PROMPT_119,
        COMMITTEE,
        ESTATE_GUARD,
        TOWNSHIP,
        FORCED_ENTRY,
        /** Everybody within reach once more, until a human writes why not. */
        AGAIN
    }

    enum StopOn {
        /** Somebody said "I go". */
        ACCEPTED,
        /** A voice said the resident is safe. */
        SAFE,
        /** A voice told us that the resident is safe: whoever needs help may need 120 the more. */
        VOICE,
        /** The keeper wrote why nobody further is asked. */
        STOOD_DOWN,
        /** Nothing but the end: the clock to the duty leader runs on whoever is coming. */
        CLOSED
    }
}
