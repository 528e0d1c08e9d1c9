package anxin.dispatcher.notice;

import anxin.dispatcher.deadline.Deadline;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.feed.Change;
import anxin.dispatcher.feed.Feed;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Sql;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** What happens to notices: they are shown, escalated when nobody looks, reviewed. */
public final class Notices {

    private final Sql sql;
    private final NoticeStore store;
    private final DeadlineStore deadlines;
    private final Feed feed;
    private final InstantSource clock;

    public Notices(Sql sql, NoticeStore store, DeadlineStore deadlines, Feed feed, InstantSource clock) {
        this.sql = sql;
        this.store = store;
        this.deadlines = deadlines;
        this.feed = feed;
        this.clock = clock;
    }

    /** Somebody knocked with a credential that is not known; one notice for each address and hour. */
    public void refused(String address, String reason) {
        sql.inTransaction(() -> store.firstOrganisation().ifPresent(organisation -> {
            UUID notice = store.refused(organisation, address, reason, clock.instant());
            feed.tellDesk(organisation, Change.Kind.NOTICE, notice);
        }));
    }

    /** @return false when there is nothing left to review */
    public boolean review(UUID notice, Jurisdiction jurisdiction, UUID by, String outcome) {
        return sql.transaction(() -> {
            Instant now = clock.instant();
            if (!store.review(notice, jurisdiction.organisation(), by, outcome, now)) {
                return false;
            }
            deadlines.cancelAll(notice, now, "reviewed");
            feed.tellDesk(jurisdiction, Change.Kind.NOTICE, notice);
            return true;
        });
    }

    /** Nobody reviewed it in time. */
    public void fire(Deadline deadline) {
        sql.inTransaction(() -> {
            // The notice first, as in review: firing and reviewing must not wait for each other.
            store.lock(deadline.subject());
            if (!deadlines.claim(deadline)) {
                return;
            }
            Instant now = clock.instant();
            boolean told = store.escalate(deadline.subject(), now);
            deadlines.done(deadline, now, told ? "duty leader told" : "reviewed before");
            feed.tellDesk(deadline.jurisdiction(), Change.Kind.NOTICE, deadline.subject());
        });
    }
}
