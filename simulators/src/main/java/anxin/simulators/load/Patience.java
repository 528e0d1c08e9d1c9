package anxin.simulators.load;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting that always ends. */
final class Patience {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private Patience() {}

    /** Says whether it became true in time. */
    static boolean waitUntil(BooleanSupplier condition, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            sleep(LOOK_EVERY);
        }
        return true;
    }

    /** @param moment on the monotonic clock */
    static void sleepUntil(long moment) {
        long left = moment - System.nanoTime();
        if (left > 0) {
            sleep(Duration.ofNanos(left));
        }
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckFailed("interrupted");
        }
    }
}
