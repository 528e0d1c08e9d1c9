package anxin.dispatcher.incident;

import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.feed.Feed;
import anxin.dispatcher.offer.Diversion;
import anxin.dispatcher.offer.OfferStore;
import anxin.dispatcher.offer.Offers;
import anxin.dispatcher.offer.Ranking;
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
            Diversion diversion, ResponderStore responders, ResidentStore residents, Ranking ranking, Ids ids,
            InstantSource clock,
            ZoneId zone) {}

    public static Engine of(Needs needs) {
        IncidentStore store = new IncidentStore(needs.sql());
        Timeline timeline = new Timeline(store);
        Asking asking = new Asking(needs.responders(), needs.residents(), needs.offerStore(), needs.offers(),
                needs.deadlines(), needs.ranking(), timeline, needs.zone());
        Ladder ladder = new Ladder(needs.sql(), store, new LadderStore(needs.sql()), needs.deadlines(),
                asking,
                needs.offers(), needs.residents(), timeline, needs.feed(), needs.clock());
        Incidents incidents = new Incidents(needs.sql(), store, ladder, timeline, needs.feed(), needs.ids(),
                needs.clock(), needs.zone());
        Desk desk = new Desk(needs.sql(), store, asking, ladder, needs.offers(), needs.residents(),
                needs.deadlines(), timeline,
                needs.feed(), needs.clock());
        Help help = new Help(needs.sql(), store, needs.offerStore(), needs.offers(), ladder,
                needs.diversion(), needs.deadlines(),
                timeline, needs.feed(), needs.clock());
        return new Engine(incidents, desk, help, ladder, store);
    }
}
