package anxin.dispatcher.shell;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Carries blocking work off the event loops: one virtual thread for each task, in lanes that cannot starve each other.
 * The answer comes back on the context that asked.
 */
public final class Work implements AutoCloseable {

    private final Vertx vertx;
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("work-", 0).factory());

    public Work(Vertx vertx) {
        this.vertx = vertx;
    }

    /** @param atOnce how many tasks of this lane run at the same time; further ones wait their turn */
    public Lane lane(int atOnce) {
        return new Lane(atOnce);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Work of one kind. */
    public final class Lane {

        private final Semaphore places;

        private Lane(int atOnce) {
            this.places = new Semaphore(atOnce, true);
        }

        /** How many tasks wait for their turn, roughly. */
        public int waiting() {
            return places.getQueueLength();
        }

        public <T> Future<T> run(Callable<T> task) {
            Context context = vertx.getOrCreateContext();
            Promise<T> promise = Promise.promise();
            threads.execute(() -> {
                try {
                    places.acquire();
                    try {
                        T answer = task.call();
                        context.runOnContext(ignored -> promise.complete(answer));
                    } finally {
                        places.release();
                    }
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                    context.runOnContext(ignored -> promise.fail(stopping));
                } catch (Exception | Error fault) {
                    context.runOnContext(ignored -> promise.fail(fault));
                }
            });
            return promise.future();
        }
    }
}
