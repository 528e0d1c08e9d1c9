package anxin.dispatcher.invariant;

import anxin.dispatcher.offer.Step;
import anxin.dispatcher.order.OrderEventKind;
import anxin.dispatcher.order.OrderState;
import anxin.dispatcher.store.Word;
import java.util.Optional;

/** Follows an order along its file, from the request to the last fen, and objects to what cannot follow. */
final class OrderHistory {

    /** What the order's row says; no stars is 0. */
    record Now(String state, String money, int stars) {}

    // What came last and wants its own next entry; or where it may rest for days.
    private enum Stage {
        UNREQUESTED,
        REQUESTED,
        ASSESSED,
        HELD,
        OPEN,
        UNANSWERED,
        CALLED_OFF,
        OUT,
        PROVED,
        IN_REVIEW,
        REVIEWED,
        PAID,
        PAID_BACK
    }

    private enum Unopened {
        NOT_SAID,
        SAID
    }

    private enum Rating {
        NONE,
        GIVEN
    }

    private final OrderTeam team;
    private Stage stage = Stage.UNREQUESTED;
    private OrderState state = OrderState.OFFERED;
    private Unopened unopened = Unopened.NOT_SAID;
    private Rating rating = Rating.NONE;
    private boolean late;

    OrderHistory(int workers) {
        this.team = new OrderTeam(workers);
    }

    /** What speaks against this being the next entry; when nothing does, it has happened. */
    Optional<String> objection(OrderEventKind kind, String actor) {
        return switch (stage) {
            case UNREQUESTED -> only(OrderEventKind.REQUESTED, Stage.REQUESTED, kind);
            case REQUESTED -> only(OrderEventKind.ASSESSED, Stage.ASSESSED, kind);
            case ASSESSED -> only(OrderEventKind.HELD, Stage.HELD, kind);
            case HELD -> only(OrderEventKind.SCHEDULED, Stage.OPEN, kind);
            case OPEN -> whileOpen(kind, actor);
            case UNANSWERED -> only(OrderEventKind.WELFARE_RAISED, Stage.CALLED_OFF, kind);
            case CALLED_OFF -> only(OrderEventKind.RELEASED, Stage.PAID_BACK, kind);
            case OUT -> kind == OrderEventKind.REVIEW_DUE
                    ? reached(Stage.IN_REVIEW)
                    : only(OrderEventKind.VERIFIED, Stage.PROVED, kind);
            case PROVED -> only(OrderEventKind.CAPTURED, Stage.PAID, kind);
            case IN_REVIEW -> inReview(kind);
            case REVIEWED -> kind == OrderEventKind.RELEASED
                    ? reached(Stage.PAID_BACK)
                    : only(OrderEventKind.CAPTURED, Stage.PAID, kind);
            case PAID -> aboutTheRating(kind, "comes after it was paid");
            case PAID_BACK -> Optional.of("comes after it was paid back");
        };
    }

    private Optional<String> reached(Stage next) {
        stage = next;
        return Optional.empty();
    }

    private Optional<String> only(OrderEventKind wanted, Stage next, OrderEventKind kind) {
        return kind == wanted ? reached(next) : Optional.of("comes where " + Word.of(wanted) + " should");
    }

    private Optional<String> whileOpen(OrderEventKind kind, String actor) {
        return switch (kind) {
            case OFFERED -> team.offered();
            case NOBODY_TO_ASK -> team.wanted();
            case DECLINED, EXPIRED -> team.asked();
            case ACCEPTED -> team.accepts(actor).or(this::accepted);
            case ON_THE_WAY -> team.sets(actor, Step.ON_THE_WAY).or(this::onTheWay);
            case CHECKED_IN -> team.sets(actor, Step.ARRIVED).or(this::checkedIn);
            case CHECK_REFUSED -> team.holds(actor);
            case BEGUN -> team.begins(actor).or(this::begun);
            case CHECKED_OUT -> team.sets(actor, Step.DONE).or(this::checkedOut);
            case GIVEN_BACK -> team.leaves(actor, Step.GIVEN_BACK).or(this::emptied);
            case TAKEN_BACK -> notBegun().or(() -> team.isTakenFrom(actor)).or(this::emptied);
            case LEFT_OPEN -> team.somebodyAtTheDoor().or(() -> reached(Stage.IN_REVIEW));
            case DIVERTED -> team.leaves(actor, Step.DIVERTED).or(this::emptied);
            case NOT_DONE -> notBegun().or(() -> team.isAtTheDoor(actor)).or(() -> reached(Stage.CALLED_OFF));
            case NO_ACCESS -> notBegun().or(() -> team.isOut(actor)).or(this::unanswered);
            case CANCELLED -> team.nobodyAtTheDoor().or(() -> reached(Stage.CALLED_OFF));
            case LATE -> late();
            case RESIDENT_TOLD, WELFARE_RAISED -> late
                    ? Optional.empty()
                    : Optional.of("comes before it was late");
            case REQUESTED, ASSESSED, HELD, SCHEDULED -> Optional.of("comes a second time");
            case VERIFIED, REVIEW_DUE, REVIEWED, CAPTURED, RELEASED, RATED, UNRATED ->
                Optional.of("comes before everybody has left");
        };
    }

    private Optional<String> accepted() {
        if (state == OrderState.OFFERED && team.isComplete()) {
            state = OrderState.ACCEPTED;
        }
        return Optional.empty();
    }

    private Optional<String> onTheWay() {
        if (state == OrderState.ACCEPTED) {
            state = OrderState.ON_THE_WAY;
        }
        return Optional.empty();
    }

    private Optional<String> checkedIn() {
        if (team.isComplete()) {
            state = OrderState.CHECKED_IN;
        }
        return Optional.empty();
    }

    private Optional<String> begun() {
        Optional<String> again = notBegun();
        state = OrderState.IN_PROGRESS;
        return again;
    }

    private Optional<String> notBegun() {
        return state == OrderState.IN_PROGRESS ? Optional.of("comes after it was begun") : Optional.empty();
    }

    private Optional<String> checkedOut() {
        return team.isGone() ? reached(Stage.OUT) : Optional.empty();
    }

    private Optional<String> emptied() {
        state = OrderState.OFFERED;
        return Optional.empty();
    }

    private Optional<String> unanswered() {
        unopened = Unopened.SAID;
        return reached(Stage.UNANSWERED);
    }

    private Optional<String> late() {
        late = true;
        return Optional.empty();
    }

    private Optional<String> inReview(OrderEventKind kind) {
        if (kind == OrderEventKind.REVIEWED) {
            return reached(Stage.REVIEWED);
        }
        // The desk is reminded until somebody decides.
        return kind == OrderEventKind.REVIEW_DUE
                ? Optional.empty()
                : aboutTheRating(kind, "cannot come before the review");
    }

    private Optional<String> aboutTheRating(OrderEventKind kind, String otherwise) {
        if (kind != OrderEventKind.RATED && kind != OrderEventKind.UNRATED) {
            return Optional.of(otherwise);
        }
        if (rating == Rating.GIVEN) {
            return Optional.of("comes after the rating");
        }
        rating = kind == OrderEventKind.RATED ? Rating.GIVEN : Rating.NONE;
        return Optional.empty();
    }

    /** Where the order's row says something else than its file. */
    Optional<String> disagreement(Now now) {
        return switch (stage) {
            case OPEN -> leaves(Word.of(state), "held", now);
            case IN_REVIEW -> leaves(Word.of(OrderState.CHECKED_OUT), "held", now);
            case PAID -> leaves(Word.of(OrderState.VERIFIED), "captured", now);
            case PAID_BACK -> leaves(Word.of(unopened == Unopened.SAID
                    ? OrderState.NO_ACCESS
                    : OrderState.CANCELLED), "released", now);
            case UNREQUESTED, REQUESTED, ASSESSED, HELD, UNANSWERED, CALLED_OFF, OUT, PROVED, REVIEWED ->
                Optional.of("cannot be the last");
        };
    }

    private Optional<String> leaves(String stateThen, String moneyThen, Now now) {
        if (!now.state().equals(stateThen)) {
            return Optional.of("leaves it " + stateThen + "; the order says " + now.state());
        }
        if (!now.money().equals(moneyThen)) {
            return Optional.of("leaves its money " + moneyThen + "; the order says " + now.money());
        }
        return (rating == Rating.GIVEN) == (now.stars() > 0)
                ? Optional.empty()
                : Optional.of(now.stars() > 0
                        ? "leaves it unrated; the order says " + now.stars() + " stars"
                        : "leaves it rated; the order says nothing");
    }
}
