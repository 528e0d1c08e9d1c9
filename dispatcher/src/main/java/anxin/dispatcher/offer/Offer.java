package anxin.dispatcher.offer;

import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Jurisdiction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One person asked to go on one errand.
 *
 * @param phase why they were asked then: three-best, two-more, within-reach, again, replacement or desk
 * @param rank  1 is the best of those suitable at that moment
 * @param step  how far they have come; present once accepted
 * @param why   why it is asked again: diverted or given-back
 */
public record Offer(OfferId id, ErrandKind kind, ErrandId errand, Jurisdiction jurisdiction,
        ResponderId responder,
        String phase,
        int rank, Duration travel, int meters, List<Reason> reasons, OfferState state, Instant sentAt,
        Instant validUntil, Optional<Instant> answeredAt, Optional<String> declineReason,
        Optional<Step> step, Optional<String> why) {

    /** Whether its person holds the errand now. */
    public boolean holds() {
        return state == OfferState.ACCEPTED && step.filter(Step::holds).isPresent();
    }

    /** Whole minutes of travel, rounded up. */
    public int minutes() {
        return Math.toIntExact((travel.toSeconds() + 59) / 60);
    }
}
