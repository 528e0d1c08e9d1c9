package anxin.dispatcher.feed;

import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Sql;
import java.time.InstantSource;
import java.util.UUID;

/** Where features say what they changed, inside the transaction that changes it. */
public final class Feed {

    /** The audience of everybody at the desk of an organisation. */
    public static final String DESK = "desk";

    private final Sql sql;
    private final FeedStore store;
    private final InstantSource clock;
    private final Runnable nudge;

    /** @param nudge said after the commit: "look again"; may be lost, a poll finds the row too */
    public Feed(Sql sql, InstantSource clock, Runnable nudge) {
        this.sql = sql;
        this.store = new FeedStore(sql);
        this.clock = clock;
        this.nudge = nudge;
    }

    public void tellDesk(Jurisdiction jurisdiction, Change.Kind kind, UUID subject) {
        tell(jurisdiction, DESK, kind, subject);
    }

    public void tellResponder(Jurisdiction jurisdiction, ResponderId responder, Change.Kind kind,
            UUID subject) {
        tell(jurisdiction, audienceOf(responder), kind, subject);
    }

    /** The audience of one person's phone. */
    public static String audienceOf(ResponderId responder) {
        return "responder:" + responder.uuid();
    }

    private void tell(Jurisdiction jurisdiction, String audience, Change.Kind kind, UUID subject) {
        store.append(jurisdiction, clock.instant(), audience, kind, subject);
        sql.afterCommit(nudge);
    }
}
