package anxin.dispatcher.notification;

import anxin.dispatcher.store.Sql;
import java.time.Instant;

/** Where messages go when no provider is set: nothing leaves the building, everything can be read. */
public final class LocalSink implements Carrier {

    public static final String NAME = "local-sink";

    private final NotificationStore store;

    public LocalSink(Sql sql) {
        this.store = new NotificationStore(sql);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Carried carry(Notification message) {
        return new Carried.Delivered();
    }

    @Override
    public void delivered(Notification message, Instant now) {
        store.shelve(message, now);
    }
}
