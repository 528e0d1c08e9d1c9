package anxin.dispatcher.order;

import anxin.dispatcher.deadline.DeadlineKind;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.incident.Actor;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferStore;
import anxin.dispatcher.offer.Offers;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.order.ServiceOrder.Complaint;
import anxin.dispatcher.visit.Proof;
import anxin.dispatcher.visit.VisitStore;
import anxin.dispatcher.wallet.Capture;
import anxin.dispatcher.wallet.Fen;
import anxin.dispatcher.wallet.Release;
import anxin.dispatcher.wallet.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a visit is worth once it is over: proved and paid, or looked at by a person, or paid back. */
public final class Settlement {

    /** What a person decides about a weak proof. */
    public enum Decision {
        ACCEPTED,
        REJECTED
    }

    static final Duration DECIDE_WITHIN = Duration.ofHours(24);

    private final VisitStore visits;
    private final Wallet wallet;
    private final OfferStore offerStore;
    private final Offers offers;
    private final DeadlineStore deadlines;
    private final OrderTimeline timeline;
    private final ResidentNews news;

    Settlement(VisitStore visits, Wallet wallet, OfferStore offerStore, Offers offers,
            DeadlineStore deadlines,
            OrderTimeline timeline,
            ResidentNews news) {
        this.visits = visits;
        this.wallet = wallet;
        this.offerStore = offerStore;
        this.offers = offers;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.news = news;
    }

    /** Everybody has left. The weakest of the proofs counts: each step of each worker is part of the bill. */
    ServiceOrder proved(ServiceOrder order, Instant now) {
        int score = visits.weakest(order.id().uuid());
        ServiceOrder scored = order.with(order.progress().scored(score));
        if (score >= Proof.ENOUGH) {
            return captured(timeline.write(scored, now, OrderEventKind.VERIFIED, Actor.SYSTEM,
                    Map.of("score", score)), now);
        }
        // Money that is held has a clock: the desk is reminded every day until somebody decides.
        deadlines.set(order.jurisdiction(), order.id().uuid(), DeadlineKind.ORDER_REVIEW, 0,
                now.plus(DECIDE_WITHIN));
        return timeline.write(scored.wanting(Attention.WEAK_PROOF), now, OrderEventKind.REVIEW_DUE,
                Actor.SYSTEM,
                Map.of("score", score, "enough", Proof.ENOUGH));
    }

    /** The time of a visit has passed and somebody never checked out: it is over, and a person decides what it is worth. */
    ServiceOrder leftOpen(ServiceOrder order, Actor by, Instant now) {
        offerStore.ofErrand(order.errand()).stream().filter(Offer::holds)
                .forEach(held -> offers.step(held, Step.DONE, now));
        offers.withdraw(order.errand(), order.jurisdiction(), now);
        deadlines.cancelAll(order.id().uuid(), now, "left open");
        deadlines.set(order.jurisdiction(), order.id().uuid(), DeadlineKind.ORDER_UNRATED, 0,
                now.plus(VisitSteps.RATE_WITHIN));
        int score = visits.weakest(order.id().uuid());
        ServiceOrder out = order.with(order.progress().with(OrderState.CHECKED_OUT)
                .with(order.progress().when().checkedOut(now)).scored(score)
                .settled(List.of(Attention.LATE)));
        return timeline.write(out, now, OrderEventKind.LEFT_OPEN, by, Map.of("score", score));
    }

    ServiceOrder decided(ServiceOrder order, Decision decision, Instant now) {
        ServiceOrder decided = order.with(order.progress().settled(List.of(Attention.WEAK_PROOF)));
        boolean complained = order.progress().rating().filter(given -> given.complaint() == Complaint.MADE)
                .isPresent();
        ServiceOrder seen = complained ? decided.wanting(Attention.COMPLAINT) : decided;
        deadlines.cancel(order.id().uuid(), DeadlineKind.ORDER_REVIEW, now, "decided");
        return switch (decision) {
            case ACCEPTED -> captured(stillToRate(seen, now), now);
            case REJECTED -> ended(released(seen.in(OrderState.CANCELLED), now), now);
        };
    }

    // The time to ask how it was may have run out unseen while the weak proof stood in front.
    private static ServiceOrder stillToRate(ServiceOrder order, Instant now) {
        boolean over = order.progress().when().checkedOutAt()
                .filter(out -> !out.plus(VisitSteps.RATE_WITHIN).isAfter(now)).isPresent();
        return over && order.progress().rating().isEmpty() ? order.wanting(Attention.UNRATED) : order;
    }

    private ServiceOrder captured(ServiceOrder order, Instant now) {
        return switch (wallet.captureAll(order.id().uuid())) {
            case Capture.Captured(Fen fen) -> timeline.write(
                    order.with(order.progress().with(OrderState.VERIFIED).with(Money.CAPTURED)
                            .with(order.progress().when().ended(now))),
                    now, OrderEventKind.CAPTURED, Actor.SYSTEM, Map.of("fen", fen.amount()));
            case Capture.AlreadySettled() -> throw new IllegalStateException("order " + order.id().uuid()
                    + " is settled in the wallet and not in its file");
            case Capture.NotHeld() ->
                throw new IllegalStateException("nothing is held for order " + order.id().uuid());
        };
    }

    /** Gives back what was held. */
    ServiceOrder released(ServiceOrder order, Instant now) {
        return switch (wallet.release(order.id().uuid())) {
            case Release.Released(Fen fen) ->
                timeline.write(order.with(order.progress().with(Money.RELEASED)), now,
                        OrderEventKind.RELEASED, Actor.SYSTEM, Map.of("fen", fen.amount()));
            case Release.AlreadySettled() -> throw new IllegalStateException("order " + order.id().uuid()
                    + " is settled in the wallet and not in its file");
            case Release.NotHeld() ->
                throw new IllegalStateException("nothing is held for order " + order.id().uuid());
        };
    }

    /** Nobody is needed any more, and no clock runs. */
    ServiceOrder ended(ServiceOrder order, Instant now) {
        offers.withdraw(order.errand(), order.jurisdiction(), now);
        news.unsaid(order);
        deadlines.cancelAll(order.id().uuid(), now, "ended");
        return order.with(order.progress().with(order.progress().when().ended(now)));
    }
}
