package anxin.dispatcher.order;

import anxin.dispatcher.catalogue.CatalogueStore;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.feed.Feed;
import anxin.dispatcher.incident.Incidents;
import anxin.dispatcher.notification.Notifications;
import anxin.dispatcher.offer.Diversion;
import anxin.dispatcher.offer.OfferStore;
import anxin.dispatcher.offer.Offers;
import anxin.dispatcher.offer.Ranking;
import anxin.dispatcher.organisation.OrganisationStore;
import anxin.dispatcher.resident.ResidentStore;
import anxin.dispatcher.responder.ResponderStore;
import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Sql;
import anxin.dispatcher.visit.VisitStore;
import anxin.dispatcher.wallet.Wallet;
import java.time.InstantSource;
import java.time.ZoneId;

/** Puts the parts of this feature together; the only place that makes them. */
public record OrderEngine(Orders orders, Visits visits, Assortment assortment, OrderClock clock,
        OrderStore store,
        CatalogueStore catalogue, VisitStore proofs, Wallet wallet) {

    /** What this feature needs from the others; {@code offers} are those for orders. */
    public record Needs(Sql sql, DeadlineStore deadlines, Feed feed, OfferStore offerStore, Offers offers,
            ResponderStore responders, ResidentStore residents, Ranking ranking, Wallet wallet,
            Notifications notifications, Ids ids, InstantSource clock, ZoneId zone) {

        private OrderStore store() {
            return new OrderStore(sql);
        }

        private OrderTimeline timeline() {
            return new OrderTimeline(store(), feed);
        }

        private OrderAsking asking() {
            return new OrderAsking(responders, residents, offerStore, offers, deadlines, ranking, timeline(),
                    zone);
        }

        private TakenAway takenAway() {
            return new TakenAway(sql, store(), offerStore, offers, asking(), timeline(), deadlines, clock);
        }

        private ResidentNews news() {
            return new ResidentNews(notifications, residents, new OrganisationStore(sql), zone);
        }
    }

    /** How a call for help takes somebody from a visit; made first, because incidents need it and orders need incidents. */
    public static Diversion diversion(Needs needs) {
        return needs.takenAway();
    }

    public static OrderEngine of(Needs needs, Incidents incidents) {
        OrderStore store = needs.store();
        OrderTimeline timeline = needs.timeline();
        OrderAsking asking = needs.asking();
        CatalogueStore catalogue = new CatalogueStore(needs.sql());
        VisitStore proofs = new VisitStore(needs.sql(), needs.ids());
        Assortment assortment = new Assortment(store, catalogue, needs.wallet(), needs.clock(), needs.zone());
        Settlement settlement = new Settlement(proofs, needs.wallet(), needs.offerStore(), needs.offers(),
                needs.deadlines(),
                timeline, needs.news());
        Welfare welfare = new Welfare(incidents, timeline);
        Orders orders = new Orders(new Orders.Parts(needs.sql(), store, needs.residents(), assortment, asking,
                needs.offerStore(), needs.offers(), needs.wallet(), settlement, needs.deadlines(), timeline,
                needs.feed(), needs.ids(), needs.clock(), needs.zone()));
        VisitSteps steps = new VisitSteps(needs.residents(), needs.offerStore(), needs.offers(), proofs,
                asking,
                settlement, welfare, needs.news(), needs.deadlines(), timeline, needs.feed(), needs.clock());
        Visits visits = new Visits(needs.sql(), store, catalogue, needs.offerStore(), needs.offers(), proofs,
                steps, needs.takenAway(), asking, needs.news(), needs.deadlines(), timeline, needs.clock(),
                needs.zone());
        OrderClock clock = new OrderClock(needs.sql(), store, asking, needs.offerStore(), needs.offers(),
                welfare,
                needs.news(), needs.deadlines(), timeline, needs.clock());
        return new OrderEngine(orders, visits, assortment, clock, store, catalogue, proofs, needs.wallet());
    }
}
