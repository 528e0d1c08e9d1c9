package anxin.dispatcher.offer;

import anxin.dispatcher.responder.ResponderId;
import java.time.Instant;
import java.util.List;

/** Takes somebody from their visits, because a life may be at stake elsewhere; each visit is offered again. */
public interface Diversion {

    /**
     * Holds the person's visits for the current transaction. To be called before the person is held, so that a visit and
     * its holder are always held in the same order.
     */
    void holdVisits(ResponderId who);

    /** Says no for the person to every visit they are still asked, each in a transaction of its own. */
    void declineVisits(ResponderId who, String reason);

    /** Frees the person from what they are on and from what begins soon; answers the errands they were taken from. */
    List<ErrandId> divert(ResponderId who, ErrandId towards, Instant now);
}
