package anxin.dispatcher.shell;

import static org.awaitility.Awaitility.await;

import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.TestDatabase;
import anxin.dispatcher.TestTown;
import anxin.dispatcher.deadline.Deadline;
import anxin.dispatcher.deadline.DeadlineKind;
import anxin.dispatcher.store.Database;
import anxin.dispatcher.store.DatabaseClock;
import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Sql;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ClockLoopTest {

    @Test
    void deadlines_that_always_fail_do_not_keep_the_others_waiting() {
        // A hundred stack traces would say the same thing a hundred times.
        ((Logger) LoggerFactory.getLogger(ClockLoop.class))
                .setLevel(Level.OFF);
        try (Database database = new Database(TestDatabase.fresh())) {
            Sql sql = database.pool("test", 8);
            DatabaseClock clock = new DatabaseClock(sql, System::nanoTime);
            Dispatcher dispatcher = Dispatcher.over(sql, clock, new Ids(clock, new SecureRandom()),
                    TestTown.ZONE, () -> {});
            TestTown town = TestTown.foundedIn(dispatcher);
            UUID good = dispatcher.ids().next();
            for (int i = 0; i < 100; i++) {
                dispatcher.deadlines().set(town.jurisdiction(), dispatcher.ids().next(), DeadlineKind.CHECK,
                        0,
                        clock.instant().minusSeconds(60));
            }
            dispatcher.deadlines().set(town.jurisdiction(), good, DeadlineKind.CHECK, 0, clock.instant());

            Set<UUID> fired = ConcurrentHashMap.newKeySet();
            try (ClockLoop _ = new ClockLoop(dispatcher.deadlines(), clock,
                    deadline -> fire(deadline, good, fired))) {
                await().atMost(Duration.ofSeconds(4)).until(() -> fired.contains(good));
            }
        }
    }

    private static void fire(Deadline deadline, UUID good, Set<UUID> fired) {
        if (!deadline.subject().equals(good)) {
            throw new IllegalStateException("broken");
        }
        fired.add(deadline.subject());
    }
}
