package anxin.dispatcher.order;

import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.incident.Actor;
import anxin.dispatcher.offer.Offers;
import anxin.dispatcher.visit.Proof;
import anxin.dispatcher.visit.VisitStore;
import anxin.dispatcher.wallet.Capture;
import anxin.dispatcher.wallet.Fen;
import anxin.dispatcher.wallet.Release;
import anxin.dispatcher.wallet.Wallet;
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

    private final VisitStore visits;
    private final Wallet wallet;
    private final Offers offers;
    private final DeadlineStore deadlines;
    private final OrderTimeline timeline;

    Settlement(VisitStore visits, Wallet wallet, Offers offers, DeadlineStore deadlines,
            OrderTimeline timeline) {
        this.visits = visits;
        this.wallet = wallet;
        this.offers = offers;
        this.deadlines = deadlines;
        this.timeline = timeline;
    }

    /** Everybody has left. The weakest of the proofs counts: each step of each worker is part of the bill. */
    ServiceOrder proved(ServiceOrder order, Instant now) {
        int score = visits.proofs(order.id().uuid()).stream().mapToInt(VisitStore.Kept::score).min()
                .orElse(0);
        ServiceOrder scored = order.with(order.progress().scored(score));
        if (score >= Proof.ENOUGH) {
            return captured(timeline.write(scored, now, OrderEventKind.VERIFIED, Actor.SYSTEM,
                    Map.of("score", score)), now);
        }
        return timeline.write(scored.wanting(Attention.WEAK_PROOF), now, OrderEventKind.REVIEW_DUE,
                Actor.SYSTEM,
                Map.of("score", score, "enough", Proof.ENOUGH));
    }

    ServiceOrder decided(ServiceOrder order, Decision decision, Instant now) {
        ServiceOrder seen = order.with(order.progress().settled(List.of(Attention.WEAK_PROOF)));
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
        deadlines.cancelAll(order.id().uuid(), now, "ended");
        return order.with(order.progress().with(order.progress().when().ended(now)));
    }
}
