package anxin.simulators.people;

import anxin.simulators.web.OrderCard;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** One order as a simulated seat sees it: whether and when it is cancelled, reviewed or asked about. Pure. */
final class OrderInHand {

    private static final Duration HOPELESS_AFTER = Duration.ofMinutes(20);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);
    private static final double REACHED_BY_TELEPHONE = 0.9;
    private static final Set<String> NOBODY_COMES = Set.of("nobody-to-ask", "nobody-accepted", "late");

    private final Surroundings around;
    private final Instant cancels;
    private final boolean reached;
    private final Duration beforeReview;
    private final Duration beforeRating;
    private String stage = "";
    private Instant stageSince = Instant.MIN;
    private Instant notBefore = Instant.MIN;

    OrderInHand(OrderCard card, Instant now, Duration patience, Surroundings around) {
        this.around = around;
        boolean changesMind = card.mayBeCancelled() && around.strikes(Mishap.CANCELLED);
        cancels = changesMind ? now.plus(around.between(60, 600)) : Instant.MAX;
        reached = around.chance().nextDouble() < REACHED_BY_TELEPHONE;
        beforeReview = patience.plus(around.shortenedVisit(around.between(150, 600)));
        beforeRating = patience.plus(around.shortenedVisit(around.between(0, 30 * 60)));
    }

    /** What the operator does about it. */
    sealed interface Act {

        record Praise(int stars) implements Act {}

        record Complain(int stars, String words) implements Act {}

        record Review(String decision, String note) implements Act {}

        record Cancel(String by, String reason) implements Act {}

        record Wait(Instant until) implements Act {}
    }

    Act due(OrderCard card, Instant now) {
        String known = card.state() + " " + card.attention();
        if (!known.equals(stage)) {
            stage = known;
            stageSince = now;
        }
        if (now.isBefore(notBefore)) {
            return new Act.Wait(notBefore);
        }
        if (card.attention().equals("weak-proof")) {
            return at(stageSince.plus(beforeReview), now, review());
        }
        if (card.mayBeCancelled()) {
            return cancelling(card, now);
        }
        if (card.mayBeRated() && reached) {
            return at(stageSince.plus(beforeRating), now, rating());
        }
        return new Act.Wait(Instant.MAX);
    }

    private Act cancelling(OrderCard card, Instant now) {
        Instant hopeless = card.startsAt().plus(HOPELESS_AFTER);
        return NOBODY_COMES.contains(card.attention()) && hopeless.isBefore(cancels)
                ? at(hopeless, now, new Act.Cancel("centre", "暂时派不出人，已与老人另约时间"))
                : at(cancels, now, new Act.Cancel("resident", "老人说今天不需要了"));
    }

    private Act at(Instant due, Instant now, Act act) {
        if (now.isBefore(due)) {
            return new Act.Wait(due);
        }
        // The board, read again, shows whether it was done; if not, there is a second try.
        notBefore = now.plus(TRY_AGAIN);
        return act;
    }

    private Act review() {
        return around.chance().nextDouble() < 0.85
                ? new Act.Review("accepted", "已电话向老人核实，服务确已完成")
                : new Act.Review("rejected", "老人表示没有人来过，转主管核查");
    }

    // Most are content; somebody who is not says why.
    private Act rating() {
        double draw = around.chance().nextDouble();
        if (draw < 0.06) {
            return new Act.Complain(draw < 0.02 ? 1 : 2, "来得太晚，态度也不好");
        }
        return new Act.Praise(draw < 0.65 ? 5 : draw < 0.92 ? 4 : 3);
    }
}
