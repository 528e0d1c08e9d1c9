package anxin.main;

import anxin.dispatcher.store.Database;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.exception.FlywaySqlException;

/** Brings the schema up to date, waiting a while for a database that is not there yet. */
final class Migration {

    private static final int TRIES = 30;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private Migration() {}

    static void untilReachable(Database database, Consumer<String> progress) {
        for (int i = 1;; i++) {
            try {
                database.migrate();
                return;
            } catch (FlywaySqlException unreachable) {
                if (i == TRIES) {
                    throw new StartException(
                            "the database cannot be reached; check database.url and that it runs",
                            unreachable);
                }
                progress.accept(
                        "the database cannot be reached, trying again in " + PAUSE.toSeconds() + " s ("
                                + i + " of " + TRIES + ")");
                pause();
            } catch (FlywayException wrongSchema) {
                throw new StartException("the database's schema does not fit this version: "
                        + wrongSchema.getMessage(), wrongSchema);
            }
        }
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StartException("stopped while waiting for the database", stopping);
        }
    }
}
