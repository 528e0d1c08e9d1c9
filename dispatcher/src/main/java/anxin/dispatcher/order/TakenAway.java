package anxin.dispatcher.order;

import anxin.dispatcher.deadline.DeadlineKind;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.incident.Actor;
import anxin.dispatcher.offer.Diversion;
import anxin.dispatcher.offer.ErrandId;
import anxin.dispatcher.offer.ErrandKind;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferStore;
import anxin.dispatcher.offer.Offers;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Somebody on a meal run goes to a call for help: what they carried is offered again, with the reason, at once. */
final class TakenAway implements Diversion {

    // A call for help takes about so long; what begins meanwhile needs somebody else.
    private static final Duration KEEPS_BUSY = Duration.ofMinutes(45);

    private final Sql sql;
    private final OrderStore store;
    private final OfferStore offerStore;
    private final Offers offers;
    private final OrderAsking asking;
    private final OrderTimeline timeline;
    private final DeadlineStore deadlines;
    private final InstantSource clock;

    TakenAway(Sql sql, OrderStore store, OfferStore offerStore, Offers offers, OrderAsking asking,
            OrderTimeline timeline, DeadlineStore deadlines, InstantSource clock) {
        this.sql = sql;
        this.store = store;
        this.offerStore = offerStore;
        this.offers = offers;
        this.asking = asking;
        this.timeline = timeline;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public void holdVisits(ResponderId who) {
        store.lockHeldBy(who);
    }

    @Override
    public void declineVisits(ResponderId who, String reason) {
        offerStore.liveOf(who, ErrandKind.ORDER, clock.instant()).stream()
                .sorted(Comparator.comparing(offer -> offer.errand().uuid()))
                .forEach(offer -> decline(offer, reason));
    }

    private void decline(Offer asked, String reason) {
        sql.inTransaction(() -> {
            ServiceOrder order = store.lock(new OrderId(asked.errand().uuid())).orElseThrow();
            Instant now = clock.instant();
            Offer current = offerStore.find(asked.id()).orElseThrow();
            if (offers.decline(current, reason, now)) {
                timeline.save(asking.declined(order, current, reason, now));
            }
        });
    }

    @Override
    public List<ErrandId> divert(ResponderId who, ErrandId towards, Instant now) {
        List<ErrandId> left = new ArrayList<>();
        for (Offer visit : offerStore.visitsOf(who)) {
            ServiceOrder order = store.lock(new OrderId(visit.errand().uuid())).orElseThrow();
            boolean begun = visit.step().filter(step -> step != Step.ACCEPTED).isPresent();
            if (begun || order.plan().startsAt().isBefore(now.plus(KEEPS_BUSY))) {
                divert(order, visit, towards, now);
                left.add(visit.errand());
            }
        }
        return left;
    }

    private void divert(ServiceOrder order, Offer visit, ErrandId towards, Instant now) {
        offers.step(visit, Step.DIVERTED, now);
        ServiceOrder told = timeline.write(order, now, OrderEventKind.DIVERTED, Actor.of(visit.responder()),
                Map.of("incident", towards.uuid().toString()));
        if (visit.step().filter(step -> step == Step.ARRIVED).isPresent()) {
            // Nobody is there any more: whoever comes next is awaited as anew.
            deadlines.cancel(order.id().uuid(), DeadlineKind.ORDER_LATE, now, "diverted");
            deadlines.set(order.jurisdiction(), order.id().uuid(), DeadlineKind.ORDER_LATE, 1,
                    now.plus(OrderClock.WARN_AFTER));
        }
        timeline.save(asking.again(told, "diverted", now));
    }
}
