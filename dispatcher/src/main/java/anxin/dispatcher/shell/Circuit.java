package anxin.dispatcher.shell;

import java.time.Duration;
import java.time.Instant;

/** Whether an adapter is worth trying: after five faults in a row it rests, then one message tries whether it is back. */
final class Circuit {

    private static final int FAULTS = 5;
    private static final Duration REST = Duration.ofSeconds(20);

    private int faults;
    private Instant tryAgainAt = Instant.MIN;
    private boolean probing;

    /** How many messages may be tried now: as many as there is room for, one to probe, or none. */
    synchronized int allows(int room, Instant now) {
        if (!isOpen()) {
            return room;
        }
        return probing || now.isBefore(tryAgainAt) ? 0 : Math.min(room, 1);
    }

    /** The one message that finds out is on its way. */
    synchronized void probes() {
        probing = isOpen();
    }

    synchronized boolean isOpen() {
        return faults >= FAULTS;
    }

    /** @return whether it was open and closes now */
    synchronized boolean answered() {
        boolean wasOpen = isOpen();
        faults = 0;
        probing = false;
        return wasOpen;
    }

    /** @return whether it opens now */
    synchronized boolean failed(Instant now) {
        boolean wasOpen = isOpen();
        faults++;
        probing = false;
        if (isOpen()) {
            tryAgainAt = now.plus(REST);
        }
        return isOpen() && !wasOpen;
    }
}
