package anxin.simulators.load;

import anxin.simulators.device.EventKey;
import anxin.simulators.device.NativeDevice;
import anxin.simulators.load.PressTimes.Acknowledged;
import anxin.simulators.load.PressTimes.Stamps;
import anxin.simulators.load.Sightings.Mark;
import anxin.simulators.web.WebFault;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Presses in an open loop and follows each press to the desk's board. */
final class Presses {

    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(15);
    private static final Duration FREE_WITHIN = Duration.ofSeconds(60);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(20);

    private final Latencies puback = new Latencies("PUBACK");
    private final Latencies evtAck = new Latencies("evt-ack");
    private final Latencies desk = new Latencies("desk");
    private final AtomicInteger errors = new AtomicInteger();
    private final Set<String> inUse = ConcurrentHashMap.newKeySet();
    private final Phaser following = new Phaser(1);
    private final List<NativeDevice> devices;
    private final PressTimes times;
    private final BoardWatch board;
    private final Clearing clearing;
    private final PrintStream out;
    private int moved;
    private int next;

    Presses(List<NativeDevice> devices, PressTimes times, BoardWatch board, Clearing clearing,
            PrintStream out) {
        this.devices = devices;
        this.times = times;
        this.board = board;
        this.clearing = clearing;
        this.out = out;
    }

    /** What was seen; {@code moved} presses had to wait for a free device and start their clock then. */
    record Result(Latencies puback, Latencies evtAck, Latencies desk, int errors, int moved, int leftOpen) {}

    Result run(int count, Duration every) {
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
        for (int i = 0; i < count; i++) {
            long intended = start + i * every.toNanos();
            Patience.sleepUntil(intended);
            pressOne(intended);
            if ((i + 1) % 20 == 0) {
                out.println((i + 1) + " of " + count + " pressed, errors " + errors.get());
            }
        }
        Patience.waitUntil(() -> following.getUnarrivedParties() == 1, SHOWN_WITHIN.plus(CLOSED_WITHIN));
        clearing.giveUp();
        Patience.waitUntil(() -> following.getUnarrivedParties() == 1, Duration.ofSeconds(5));
        return new Result(puback, evtAck, desk, errors.get(), moved, clearing.countOpen());
    }

    private void pressOne(long intended) {
        Optional<NativeDevice> free = findFree();
        long clockStarts = intended;
        if (free.isEmpty()) {
            moved++;
            Patience.waitUntil(() -> hasFree(), FREE_WITHIN);
            free = findFree();
            clockStarts = System.nanoTime();
        }
        if (free.isEmpty()) {
            throw new CheckFailed("no device without an open incident for " + FREE_WITHIN.toSeconds()
                    + " s; last refusal of the desk: '" + clearing.lastRefusal()
                    + "'. Close old incidents, use more "
                    + "devices or press less often");
        }
        NativeDevice device = free.get();
        long started = clockStarts;
        inUse.add(device.id());
        Map<String, Mark> before = board.marks();
        EventKey key = device.press();
        following.register();
        Thread.ofVirtual().start(() -> follow(device, key, started, before));
    }

    private boolean hasFree() {
        return devices.stream().anyMatch(this::isFree);
    }

    private Optional<NativeDevice> findFree() {
        for (int i = 0; i < devices.size(); i++) {
            NativeDevice device = devices.get((next + i) % devices.size());
            if (isFree(device)) {
                next = (next + i + 1) % devices.size();
                return Optional.of(device);
            }
        }
        return Optional.empty();
    }

    private boolean isFree(NativeDevice device) {
        return device.isConnected() && !inUse.contains(device.id()) && !board.hasOpenIncident(device.id());
    }

    private void follow(NativeDevice device, EventKey key, long started, Map<String, Mark> before) {
        try {
            Stamps stamps = times.of(key);
            puback.add(since(started, stamps.puback().get(SHOWN_WITHIN.toSeconds(), TimeUnit.SECONDS)));
            Acknowledged known = stamps.evtAck().get(SHOWN_WITHIN.toSeconds(), TimeUnit.SECONDS);
            evtAck.add(since(started, known.moment()));
            OptionalLong shown = board.awaitShown(known.incident(), before, SHOWN_WITHIN);
            if (shown.isPresent()) {
                desk.add(since(started, shown.getAsLong()));
            } else {
                error(device, "was not shown on the board");
            }
            clearing.clear(known.incident());
        } catch (TimeoutException e) {
            error(device, "was not confirmed within " + SHOWN_WITHIN.toSeconds() + " s");
        } catch (ExecutionException | InterruptedException | WebFault | CheckFailed e) {
            error(device, "could not be followed: " + e.getMessage());
        } finally {
            times.forget(key);
            inUse.remove(device.id());
            following.arriveAndDeregister();
        }
    }

    private void error(NativeDevice device, String what) {
        errors.incrementAndGet();
        out.println("error: the press of " + device.id() + " " + what);
    }

    private static Duration since(long start, long moment) {
        return Duration.ofNanos(moment - start);
    }
}
