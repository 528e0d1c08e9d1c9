package anxin.dispatcher.incident;

import anxin.dispatcher.responder.ResponderId;

/** Why a command had no effect. */
public sealed interface Refusal {

    /** Nothing of that id is there for this organisation or this person. */
    record NotFound() implements Refusal {}

    /** Somebody else answers for this incident. */
    record AlreadyKept(StaffId by) implements Refusal {}

    /** Only the keeper may do this; take the incident first. */
    record NotTheKeeper() implements Refusal {}

    record AlreadyClosed() implements Refusal {}

    /** The rule a closing would break. */
    record NoEvidence(String rule) implements Refusal {}

    /** Somebody is still on the way or at the door. */
    record ResponderStillOut(ResponderId who) implements Refusal {}

    /** Off duty, on another errand, out of reach, or without a valid certificate. */
    record NotSuitable() implements Refusal {}

    record AlreadyAsked() implements Refusal {}

    record AlreadyComing(ResponderId who) implements Refusal {}

    /** Two may accept at the same moment; the second one is told who was first. */
    record AlreadyTaken(ResponderId by) implements Refusal {}

    /** The errand ended, or the question ran out. */
    record NoLongerOpen() implements Refusal {}

    /** They have accepted another errand and are not done with it. */
    record StillOnATask() implements Refusal {}

    record OffDuty() implements Refusal {}

    record NotYourTask() implements Refusal {}

    record StepOutOfOrder(String step) implements Refusal {}

    /** The step wants a few words. */
    record NoteMissing() implements Refusal {}
}
