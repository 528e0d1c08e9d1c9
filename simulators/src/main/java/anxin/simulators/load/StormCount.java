package anxin.simulators.load;

import anxin.simulators.device.DeviceEvent;
import anxin.simulators.device.EventKey;
import anxin.simulators.device.EventWitness;
import anxin.simulators.ledger.Ledger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Writes the ledger, counts, and measures from each death of the server to the next alarm it takes over. */
final class StormCount implements EventWitness {

    private final Ledger ledger;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong pubacks = new AtomicLong();
    private final AtomicLong evtAcks = new AtomicLong();
    private final AtomicLong sentAgain = new AtomicLong();
    private final Map<EventKey, Long> onTheWire = new ConcurrentHashMap<>();
    private final List<Duration> gaps = new ArrayList<>();
    private long died;
    private boolean dead;

    StormCount(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void sent(DeviceEvent event) {
        ledger.sent(event);
        sent.incrementAndGet();
    }

    @Override
    public void onTheWire(DeviceEvent event, Attempt attempt) {
        onTheWire.put(event.key(), System.nanoTime());
        if (attempt == Attempt.AGAIN) {
            sentAgain.incrementAndGet();
        }
    }

    @Override
    public void puback(EventKey key) {
        long now = System.nanoTime();
        ledger.puback(key);
        pubacks.incrementAndGet();
        Long out = onTheWire.remove(key);
        if (out != null) {
            endGap(out, now);
        }
    }

    @Override
    public void evtAck(EventKey key, String incident) {
        ledger.evtAck(key, incident);
        evtAcks.incrementAndGet();
    }

    synchronized void serverDied(long moment) {
        died = moment;
        dead = true;
    }

    // A PUBACK that was still in a socket when the server died belongs to the time before.
    private synchronized void endGap(long out, long now) {
        if (dead && out - died > 0) {
            gaps.add(Duration.ofNanos(now - died));
            dead = false;
        }
    }

    synchronized List<Duration> listGaps() {
        return gaps.stream().sorted().toList();
    }

    boolean isComplete(long alarms) {
        return sent.get() == alarms && pubacks.get() == alarms && evtAcks.get() == alarms;
    }

    String line() {
        return "sent " + sent + ", PUBACKs " + pubacks + ", evt-acks " + evtAcks + ", sent again "
                + sentAgain;
    }

    long unacknowledged() {
        return sent.get() - Math.min(pubacks.get(), evtAcks.get());
    }
}
