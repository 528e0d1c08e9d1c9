package anxin.main;

import java.util.concurrent.CountDownLatch;

/** Keeps a server running until Ctrl-C or SIGTERM, then stops it cleanly before the process ends. */
final class Foreground {

    private Foreground() {}

    static void run(AutoCloseable server) throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            asked.countDown();
            try {
                stopped.await();
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }, "stop"));
        asked.await();
        try {
            server.close();
        } catch (Exception fault) {
            throw new IllegalStateException("did not stop cleanly: " + fault.getMessage(), fault);
        } finally {
            stopped.countDown();
        }
    }
}
