package anxin.dispatcher.incident;

import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.duty.DutyStore;
import anxin.dispatcher.feed.Feed;
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
import java.time.InstantSource;
import java.time.ZoneId;

/** Puts the parts of this feature together; the only place that makes them. */
public record Engine(Incidents incidents, Desk desk, Help help, Ladder ladder, IncidentStore store) {

    /** What this feature needs from the others. */
    public record Needs(Sql sql, DeadlineStore deadlines, Feed feed, OfferStore offerStore, Offers offers,
            Diversion diversion, ResponderStore responders, ResidentStore residents, Ranking ranking,
            Notifications notifications, Ids ids, InstantSource clock, ZoneId zone) {}

    public static Engine of(Needs needs) {
        IncidentStore store = new IncidentStore(needs.sql());
        Timeline timeline = new Timeline(store);
        Asking asking = new Asking(needs.responders(), needs.residents(), needs.offerStore(), needs.offers(),
                needs.deadlines(), needs.ranking(), timeline, needs.zone());
        Messenger messenger = new Messenger(needs.notifications(), new DutyStore(needs.sql()),
                needs.residents(), new OrganisationStore(needs.sql()), timeline, needs.zone());
        Rungs rungs = new Rungs(asking, messenger, needs.residents(), needs.deadlines(), timeline);
        Ladder ladder = new Ladder(needs.sql(), store, new LadderStore(needs.sql()), needs.deadlines(),
                rungs, asking, needs.offers(), needs.notifications(), timeline, needs.feed(), needs.clock());
        Incidents incidents = new Incidents(needs.sql(), store, ladder, timeline, needs.feed(), needs.ids(),
                needs.clock(), needs.zone());
        Desk desk = new Desk(needs.sql(), store, asking, ladder, messenger, needs.offers(),
                needs.residents(),
                needs.deadlines(), timeline,
                needs.feed(), needs.clock());
        Help help = new Help(needs.sql(), store, needs.offerStore(), needs.offers(), ladder, messenger,
                needs.diversion(), needs.deadlines(),
                timeline, needs.feed(), needs.clock());
        return new Engine(incidents, desk, help, ladder, store);
    }
}
