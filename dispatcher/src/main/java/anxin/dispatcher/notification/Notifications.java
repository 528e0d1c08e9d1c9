package anxin.dispatcher.notification;

import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Sql;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Plans messages and takes them back. To be called inside the transaction that makes them necessary. */
public final class Notifications {

    private final NotificationStore store;
    private final Ids ids;
    private final InstantSource clock;

    public Notifications(Sql sql, Ids ids, InstantSource clock) {
        this.store = new NotificationStore(sql);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Plans one message; the same subject, what, recipient and round again change nothing.
     *
     * @return whether it was planned now
     */
    public boolean plan(Letter letter) {
        return store.insert(ids.next(), letter, Texts.of(letter.what(), letter.words()), clock.instant());
    }

    /**
     * Ends what has not gone out yet and stops on this. What is on the wire at this moment arrives; it is not tried
     * again.
     *
     * @return how many were ended
     */
    public int supersede(UUID subject, String stopOn) {
        return store.supersede(subject, stopOn, clock.instant());
    }

    /**
     * Ends what has not gone out yet and says this, as it is no longer true.
     *
     * @return how many were ended
     */
    public int supersede(UUID subject, What what) {
        return store.supersede(subject, what, clock.instant());
    }

    /** Everything about one subject, in the order in which it was planned. */
    public List<Notification> ofSubject(UUID subject) {
        return store.ofSubject(subject);
    }
}
