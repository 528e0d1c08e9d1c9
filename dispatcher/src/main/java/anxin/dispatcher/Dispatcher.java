package anxin.dispatcher;

import anxin.dispatcher.deadline.Deadline;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.device.DeviceStore;
import anxin.dispatcher.feed.Feed;
import anxin.dispatcher.feed.FeedStore;
import anxin.dispatcher.incident.Engine;
import anxin.dispatcher.message.Messages;
import anxin.dispatcher.notice.NoticeStore;
import anxin.dispatcher.notice.Notices;
import anxin.dispatcher.notification.Notifications;
import anxin.dispatcher.offer.ErrandKind;
import anxin.dispatcher.notification.Outbox;
import anxin.dispatcher.offer.OfferPolicy;
import anxin.dispatcher.offer.OfferStore;
import anxin.dispatcher.offer.Offers;
import anxin.dispatcher.offer.Ranking;
import anxin.dispatcher.order.OrderEngine;
import anxin.dispatcher.place.TravelTimes;
import anxin.dispatcher.resident.ResidentStore;
import anxin.dispatcher.responder.ResponderStore;
import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Sql;
import anxin.dispatcher.wallet.Wallet;
import anxin.dispatcher.wallet.WalletStore;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * All features over one connection pool. Nothing in here keeps state, so each kind of work has a dispatcher over a pool
 * of its own and they cannot starve each other.
 */
public record Dispatcher(Sql sql, InstantSource clock, Ids ids, ZoneId zone, Engine incidents,
        OrderEngine orders, Messages messages,
        Notices notices, NoticeStore noticeStore, OfferStore offers, DeadlineStore deadlines,
        ResidentStore residents,
        ResponderStore responders, DeviceStore devices, Feed feed, FeedStore feedStore,
        Notifications notifications, Outbox outbox) {

    /** @param nudge said after each commit that changed something a page shows */
    public static Dispatcher over(Sql sql, InstantSource clock, Ids ids, ZoneId zone, Runnable nudge) {
        Feed feed = new Feed(sql, clock, nudge);
        DeadlineStore deadlines = new DeadlineStore(sql, ids);
        OfferStore offerStore = new OfferStore(sql);
        ResidentStore residents = new ResidentStore(sql);
        ResponderStore responders = new ResponderStore(sql);
        DeviceStore devices = new DeviceStore(sql);
        NoticeStore noticeStore = new NoticeStore(sql, ids);
        Notifications notifications = new Notifications(sql, ids, clock);
        Ranking ranking = new Ranking(new TravelTimes(TravelTimes.TOWN_ROAD_FACTOR));
        OrderEngine.Needs forOrders = new OrderEngine.Needs(sql, deadlines, feed, offerStore,
                new Offers(offerStore, deadlines, feed, ids, ErrandKind.ORDER, OfferPolicy.VISIT), responders,
                residents,
                ranking, new Wallet(sql, new WalletStore(sql), ids, clock), notifications, ids, clock, zone);
        Engine incidents = Engine.of(new Engine.Needs(sql, deadlines, feed, offerStore,
                new Offers(offerStore, deadlines, feed, ids, ErrandKind.INCIDENT, OfferPolicy.LIFE),
                OrderEngine.diversion(forOrders), responders, residents, ranking, notifications, ids, clock,
                zone));
        OrderEngine orders = OrderEngine.of(forOrders, incidents.incidents());
        Messages messages = new Messages(sql, devices, incidents.incidents(), incidents.store(), noticeStore,
                deadlines,
                feed, ids);
        Notices notices = new Notices(sql, noticeStore, deadlines, feed, clock);
        return new Dispatcher(sql, clock, ids, zone, incidents, orders, messages, notices,
                noticeStore, offerStore,
                deadlines,
                residents, responders, devices, feed, new FeedStore(sql), notifications,
                new Outbox(sql, feed, clock));
    }

    /** Hands a due deadline to the feature that set it. */
    public void fire(Deadline deadline) {
        switch (deadline.kind()) {
            case LADDER, WIDEN, OFFER_EXPIRY, DISPLAY, RING, ARRIVAL, CHECK ->
                incidents.ladder().fire(deadline);
            case ORDER_ASK, ORDER_OFFER_EXPIRY, ORDER_LATE, ORDER_OVERRUN, ORDER_REVIEW, ORDER_UNRATED ->
                orders.clock().fire(deadline);
            case QUARANTINE -> notices.fire(deadline);
        }
    }
}
