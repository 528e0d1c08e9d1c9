package anxin.dispatcher.notification;

import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.TestClock;
import anxin.dispatcher.TestDatabase;
import anxin.dispatcher.TestTown;
import anxin.dispatcher.invariant.Verification;
import anxin.dispatcher.store.Database;
import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Protected;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A town with somebody to write to. */
public final class Post implements AutoCloseable {

    public final TestClock clock = new TestClock();
    public final Database.Address address = TestDatabase.fresh();
    public final Dispatcher dispatcher;
    public final TestTown town;
    public final UUID subject;
    public final Recipient son;
    private final Database database = new Database(address);

    public Post() {
        dispatcher = over(database);
        town = TestTown.foundedIn(dispatcher);
        subject = dispatcher.ids().next();
        son = new Recipient(Recipient.Kind.CONTACT, dispatcher.ids().next(), new Protected("13700000001"));
    }

    public Dispatcher over(Database some) {
        return Dispatcher.over(some.pool("test", 4), clock, new Ids(clock, new SecureRandom()), TestTown.ZONE,
                () -> {});
    }

    public Letter pleaseLook(int round) {
        return new Letter(town.jurisdiction(), subject, What.PLEASE_LOOK, son, Channel.SMS,
                Map.of("name", "其木格", "time", "19:12", "event", "呼叫求助", "desk", "12349"), "safe", round);
    }

    public boolean plan(int round) {
        return dispatcher.notifications().plan(pleaseLook(round));
    }

    /** The only message there is. */
    public Notification message() {
        List<Notification> all = messages();
        if (all.size() != 1) {
            throw new IllegalStateException(all.size() + " messages");
        }
        return all.getFirst();
    }

    public List<Notification> messages() {
        return dispatcher.notifications().ofSubject(subject);
    }

    public List<String> shelf() {
        return dispatcher.sql().list("SELECT address, body FROM local_message ORDER BY at",
                row -> row.text("address") + " " + row.text("body"));
    }

    /** How often the desk was told to read the subject again. */
    public int toldDesk() {
        return dispatcher.sql().get(
                "SELECT count(*)::int AS told FROM feed WHERE subject = ? AND kind = 'incident'",
                row -> row.number("told"), subject);
    }

    public String verified() {
        return Verification.of(dispatcher.sql(), Optional.empty(), clock.instant()).table();
    }

    @Override
    public void close() {
        database.close();
    }
}
