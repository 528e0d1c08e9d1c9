package anxin.dispatcher.order;

import anxin.dispatcher.deadline.Deadline;
import anxin.dispatcher.deadline.DeadlineKind;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.incident.Actor;
import anxin.dispatcher.notification.What;
import anxin.dispatcher.offer.OfferStore;
import anxin.dispatcher.offer.Offers;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** What happens to an order by itself: more people are asked, lateness is noticed, somebody is told. All of it is rows. */
public final class OrderClock {

    // A visit that has not begun: the desk at 10 minutes, the resident at 30, a welfare incident at 60.
    static final Duration WARN_AFTER = Duration.ofMinutes(10);
    private static final Duration TELL_AFTER = Duration.ofMinutes(30);
    private static final Duration RAISE_AFTER = Duration.ofMinutes(60);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(60);

    private final Sql sql;
    private final OrderStore store;
    private final OrderAsking asking;
    private final OfferStore offerStore;
    private final Offers offers;
    private final Welfare welfare;
    private final ResidentNews news;
    private final DeadlineStore deadlines;
    private final OrderTimeline timeline;
    private final InstantSource clock;

    OrderClock(Sql sql, OrderStore store, OrderAsking asking, OfferStore offerStore, Offers offers,
            Welfare welfare,
            ResidentNews news, DeadlineStore deadlines, OrderTimeline timeline, InstantSource clock) {
        this.sql = sql;
        this.store = store;
        this.asking = asking;
        this.offerStore = offerStore;
        this.offers = offers;
        this.welfare = welfare;
        this.news = news;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Fires a deadline of an order that has come due; does nothing when it was cancelled or fired meanwhile. */
    public void fire(Deadline deadline) {
        sql.inTransaction(() -> {
            Optional<ServiceOrder> held = store.lock(new OrderId(deadline.subject()));
            if (!deadlines.claim(deadline)) {
                return;
            }
            Instant now = clock.instant();
            Optional<ServiceOrder> wanted = held.filter(order -> isWanted(deadline, order));
            wanted.ifPresent(order -> timeline.save(happen(order, deadline, now)));
            deadlines.done(deadline, now, wanted.isPresent() ? "fired" : "ended before");
        });
    }

    private static boolean isWanted(Deadline deadline, ServiceOrder order) {
        return switch (deadline.kind()) {
            case ORDER_UNRATED -> order.progress().rating().isEmpty();
            case ORDER_REVIEW -> order.progress().state() == OrderState.CHECKED_OUT;
            case ORDER_ASK, ORDER_OFFER_EXPIRY, ORDER_LATE, ORDER_OVERRUN -> order.isOpen();
            case LADDER, WIDEN, OFFER_EXPIRY, DISPLAY, RING, ARRIVAL, CHECK, QUARANTINE -> false;
        };
    }

    private ServiceOrder happen(ServiceOrder order, Deadline deadline, Instant now) {
        return switch (deadline.kind()) {
            case ORDER_ASK -> asking.widen(order, deadline.step(), now);
            case ORDER_OFFER_EXPIRY -> expire(order, now);
            case ORDER_LATE -> late(order, deadline.step(), now);
            case ORDER_OVERRUN -> overrun(order, now);
            case ORDER_REVIEW -> undecided(order, now);
            case ORDER_UNRATED -> timeline.write(
                    order.progress().attention().isPresent() ? order : order.wanting(Attention.UNRATED), now,
                    OrderEventKind.UNRATED, Actor.SYSTEM, Map.of());
            case LADDER, WIDEN, OFFER_EXPIRY, DISPLAY, RING, ARRIVAL, CHECK, QUARANTINE ->
                throw new IllegalStateException(deadline.kind() + " is not an order's");
        };
    }

    private ServiceOrder expire(ServiceOrder order, Instant now) {
        int silent = offers.expire(order.errand(), order.jurisdiction(), now).size();
        return silent == 0
                ? order
                : timeline.write(order, now, OrderEventKind.EXPIRED, Actor.SYSTEM, Map.of("offers", silent));
    }

    private ServiceOrder late(ServiceOrder order, int step, Instant now) {
        boolean empty = !offerStore.openings(order.errand()).isEmpty();
        ServiceOrder warned = timeline.write(
                order.wanting(empty ? Attention.NOBODY_ACCEPTED : Attention.LATE), now,
                OrderEventKind.LATE, Actor.SYSTEM,
                Map.of("minutes", Duration.between(order.plan().startsAt(), now).toMinutes()));
        if (isSomebodyThere(order)) {
            // The other of two is missing: the desk looks every ten minutes; the resident is not alone.
            return next(warned, step, now.plus(WARN_AFTER));
        }
        return switch (step) {
            case 1 -> next(warned, 2, later(order, TELL_AFTER, WARN_AFTER, now));
            case 2 -> next(residentTold(warned, now), 3, later(order, RAISE_AFTER, TELL_AFTER, now));
            case 3 -> next(welfare.nobodyCame(warned, now), 4, now.plus(LOOK_AGAIN));
            default -> next(warned, step + 1, now.plus(LOOK_AGAIN));
        };
    }

    // Counted from the start, and never two steps at once: a visit that changed hands late is awaited as anew.
    private static Instant later(ServiceOrder order, Duration step, Duration before, Instant now) {
        Instant planned = order.plan().startsAt().plus(step);
        Instant atLeast = now.plus(step.minus(before));
        return planned.isAfter(atLeast) ? planned : atLeast;
    }

    private boolean isSomebodyThere(ServiceOrder order) {
        return offerStore.ofErrand(order.errand()).stream()
                .anyMatch(offer -> offer.holds()
                        && offer.step().filter(step -> step == Step.ARRIVED).isPresent());
    }

    private ServiceOrder residentTold(ServiceOrder order, Instant now) {
        news.tell(order, What.VISIT_LATE, 1);
        return timeline.write(order, now, OrderEventKind.RESIDENT_TOLD, Actor.SYSTEM,
                Map.of("what", "visit-late"));
    }

    // An order that is open always has a clock: somebody looks until it is over.
    private ServiceOrder overrun(ServiceOrder order, Instant now) {
        deadlines.set(order.jurisdiction(), order.id().uuid(), DeadlineKind.ORDER_OVERRUN, 0,
                now.plus(LOOK_AGAIN));
        return timeline.write(order.wanting(Attention.LATE), now, OrderEventKind.LATE, Actor.SYSTEM,
                Map.of("since", order.plan().endsAt().toString()));
    }

    private ServiceOrder undecided(ServiceOrder order, Instant now) {
        deadlines.set(order.jurisdiction(), order.id().uuid(), DeadlineKind.ORDER_REVIEW, 0,
                now.plus(Settlement.DECIDE_WITHIN));
        return timeline.write(order.wanting(Attention.WEAK_PROOF), now, OrderEventKind.REVIEW_DUE,
                Actor.SYSTEM,
                Map.of("score", order.progress().score().orElse(0)));
    }

    private ServiceOrder next(ServiceOrder order, int step, Instant dueAt) {
        deadlines.set(order.jurisdiction(), order.id().uuid(), DeadlineKind.ORDER_LATE, step, dueAt);
        return order;
    }
}
