package anxin.dispatcher.incident;

import java.time.Duration;

/**
 * One step of the ladder: who is turned to when nobody has come forward.
 *
 * @param after  counted from the start of help
 * @param stopOn what makes the step unnecessary
 */
record LadderStep(int step, Duration after, Who who, StopOn stopOn) {

    enum Who {
        THREE_BEST,
        CONTACT_1,
        CONTACT_2,
        WITHIN_REACH,
        DUTY_LEADER
    }

    enum StopOn {
        /** Somebody said "I go". */
        ACCEPTED,
        /** A voice said the resident is safe. */
        SAFE,
        /** Nothing but the end: the clock to the duty leader and to 120 runs on whoever is coming. */
        CLOSED
    }
}
