package anxin.simulators.load;

import anxin.simulators.device.DeviceEvent;
import anxin.simulators.device.EventKey;
import anxin.simulators.device.EventWitness;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Stops the watch when a press is confirmed, on the monotonic clock. */
final class PressTimes implements EventWitness {

    private final Map<EventKey, Stamps> stamps = new ConcurrentHashMap<>();

    /** Both complete at most once; whoever waits brings the bound. */
    record Stamps(CompletableFuture<Long> puback, CompletableFuture<Acknowledged> evtAck) {}

    /** The incident that the server made of a press. */
    record Acknowledged(long moment, String incident) {}

    Stamps of(EventKey key) {
        return stamps.computeIfAbsent(key,
                unseen -> new Stamps(new CompletableFuture<>(), new CompletableFuture<>()));
    }

    void forget(EventKey key) {
        stamps.remove(key);
    }

    @Override
    public void sent(DeviceEvent event) {
        of(event.key());
    }

    @Override
    public void puback(EventKey key) {
        of(key).puback().complete(System.nanoTime());
    }

    @Override
    public void evtAck(EventKey key, String incident) {
        of(key).evtAck().complete(new Acknowledged(System.nanoTime(), incident));
    }
}
