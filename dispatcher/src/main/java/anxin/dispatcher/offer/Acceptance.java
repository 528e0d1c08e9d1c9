package anxin.dispatcher.offer;

import anxin.dispatcher.responder.ResponderId;

/** What came of somebody saying "I go". */
public sealed interface Acceptance {

    record Yours(Offer offer) implements Acceptance {}

    /** The same person said it before; nothing changes, however far they have come. */
    record AlreadyYours() implements Acceptance {}

    /** Two people may press at the same moment; the second one is told, not failed. */
    record AlreadyTaken(ResponderId by) implements Acceptance {}

    /** They went off duty meanwhile. */
    record OffDuty() implements Acceptance {}

    /** They are on another errand, and nobody is in two places. */
    record OnAnotherErrand() implements Acceptance {}

    /** The errand ended, or this question ran out, before the answer. */
    record NoLongerOpen() implements Acceptance {}
}
