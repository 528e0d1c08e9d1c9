package anxin.dispatcher.offer;

import anxin.dispatcher.deadline.DeadlineKind;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.feed.Change;
import anxin.dispatcher.feed.Feed;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Jurisdiction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks people, and lets exactly one of them hold each place on an errand. One for each kind of errand, with its own
 * patience. To be called inside a transaction.
 */
public final class Offers {

    private final OfferStore store;
    private final DeadlineStore deadlines;
    private final Feed feed;
    private final Ids ids;
    private final ErrandKind kind;
    private final OfferPolicy policy;

    public Offers(OfferStore store, DeadlineStore deadlines, Feed feed, Ids ids, ErrandKind kind,
            OfferPolicy policy) {
        this.store = store;
        this.deadlines = deadlines;
        this.feed = feed;
        this.ids = ids;
        this.kind = kind;
        this.policy = policy;
    }

    public OfferPolicy policy() {
        return policy;
    }

    /** Makes an errand that one person can hold, now. */
    public void open(ErrandId errand, Jurisdiction jurisdiction, Instant now) {
        open(errand, jurisdiction, List.of(Opening.NOW), now);
    }

    /** Makes an errand with these places. */
    public void open(ErrandId errand, Jurisdiction jurisdiction, List<Opening> openings, Instant now) {
        for (int i = 0; i < openings.size(); i++) {
            store.openSlot(errand, kind, jurisdiction, i + 1, openings.get(i), now);
        }
    }

    /** Asks these people, best first; their phones are told once the transaction is durable. */
    public List<Offer> ask(ErrandId errand, Jurisdiction jurisdiction, List<Candidate> people, String phase,
            Instant now) {
        return ask(errand, jurisdiction, people, phase, Optional.empty(), now);
    }

    /** @param why why it is asked again, for the phone: diverted or given-back */
    public List<Offer> ask(ErrandId errand, Jurisdiction jurisdiction, List<Candidate> people, String phase,
            Optional<String> why, Instant now) {
        if (people.isEmpty()) {
            return List.of();
        }
        Instant validUntil = now.plus(policy.validity());
        List<Offer> offers = new ArrayList<>();
        for (Candidate person : people) {
            offers.add(
                    new Offer(new OfferId(ids.next()), kind, errand, jurisdiction, person.responder().id(),
                            phase,
                            offers.size() + 1, person.travel(), person.meters(), person.reasons(),
                            OfferState.SENT, now,
                            validUntil, Optional.empty(), Optional.empty(), Optional.empty(), why));
        }
        store.insert(offers);
        deadlines.set(jurisdiction, errand.uuid(), expiry(), 0, validUntil);
        offers.forEach(offer -> tell(jurisdiction, offer.responder(), errand));
        return offers;
    }

    /** Somebody says "I go". */
    public Acceptance accept(Offer offer, Instant now) {
        if (offer.state() == OfferState.ACCEPTED) {
            return new Acceptance.AlreadyYours();
        }
        if (!offer.state().live() || !offer.validUntil().isAfter(now)) {
            return refusal(offer.errand());
        }
        if (!store.lockOnDuty(offer.responder())) {
            return new Acceptance.OffDuty();
        }
        if (!store.hasRoomFor(offer)) {
            return new Acceptance.OnAnotherErrand();
        }
        return store.claimSlot(offer, now)
                .<Acceptance>map(slot -> {
                    store.accepted(offer, slot, now);
                    supersedeOthers(offer, now);
                    return new Acceptance.Yours(offer);
                })
                .orElseGet(() -> refusal(offer.errand()));
    }

    /** @return false when there was nothing left to decline */
    public boolean decline(Offer offer, String reason, Instant now) {
        if (!offer.state().live()) {
            return false;
        }
        store.declined(offer, reason, now);
        tell(offer.jurisdiction(), offer.responder(), offer.errand());
        return true;
    }

    /** Ends the questions that ran out; answers who had been asked. */
    public List<ResponderId> expire(ErrandId errand, Jurisdiction jurisdiction, Instant now) {
        List<ResponderId> silent = store.expire(errand, now);
        silent.forEach(responder -> tell(jurisdiction, responder, errand));
        return silent;
    }

    /** Nobody is needed any more. */
    public void withdraw(ErrandId errand, Jurisdiction jurisdiction, Instant now) {
        store.supersede(errand, null, now).forEach(responder -> tell(jurisdiction, responder, errand));
        store.endSlots(errand, now);
    }

    public void delivered(OfferId offer, ResponderId responder, OfferState state, Instant now) {
        store.delivered(offer, responder, state, now);
    }

    /** Records how far the holder has come; a holder who is done, or gives back, lets go of the errand. */
    public void step(Offer offer, Step step, Instant now) {
        store.step(offer.id(), step, now);
        switch (step) {
            case ACCEPTED, ON_THE_WAY, ARRIVED -> {
            }
            case DONE -> store.endSlot(offer.id(), now);
            case GIVEN_BACK, DIVERTED -> store.freeSlot(offer.id(), now);
        }
        tell(offer.jurisdiction(), offer.responder(), offer.errand());
    }

    private Acceptance refusal(ErrandId errand) {
        return store.holders(errand).stream()
                .findFirst()
                .<Acceptance>map(Acceptance.AlreadyTaken::new)
                .orElseGet(Acceptance.NoLongerOpen::new);
    }

    private void supersedeOthers(Offer accepted, Instant now) {
        store.supersedeWithoutPlace(accepted.errand(), accepted.responder(), now)
                .forEach(loser -> tell(accepted.jurisdiction(), loser, accepted.errand()));
        tell(accepted.jurisdiction(), accepted.responder(), accepted.errand());
    }

    private void tell(Jurisdiction jurisdiction, ResponderId responder, ErrandId errand) {
        feed.tellResponder(jurisdiction, responder, Change.Kind.OFFER, errand.uuid());
    }

    private DeadlineKind expiry() {
        return switch (kind) {
            case INCIDENT -> DeadlineKind.OFFER_EXPIRY;
            case ORDER -> DeadlineKind.ORDER_OFFER_EXPIRY;
        };
    }
}
