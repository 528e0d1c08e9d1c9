package anxin.simulators;

import anxin.simulators.device.EventWitness;
import anxin.simulators.device.NativeDevice;
import anxin.simulators.device.Workshop;
import anxin.simulators.device.ZigbeeHub;
import anxin.simulators.town.Town;
import anxin.simulators.town.TownDevice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All devices of a town: alive, and now and then pressed. */
final class Homes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Homes.class);

    private final ScheduledExecutorService timer;
    private final RandomGenerator chance;
    private final SimulationPace pace;
    private final List<NativeDevice> devices = new ArrayList<>();
    private final Map<String, ZigbeeHub> hubs = new LinkedHashMap<>();
    private final List<Runnable> presses = new ArrayList<>();
    private final List<Runnable> signsOfLife = new ArrayList<>();

    Homes(Town town, Workshop workshop, SimulationPace pace) {
        timer = workshop.timer();
        chance = workshop.chance();
        this.pace = pace;
        for (TownDevice one : town.listNativeDevices()) {
            add(new NativeDevice(one, workshop, new EventWitness() {
            }));
        }
        for (TownDevice one : town.listHubDevices()) {
            ZigbeeHub hub = hubs.computeIfAbsent(one.user(), user -> new ZigbeeHub(one, workshop));
            presses.add(() -> hub.press(one));
            signsOfLife.add(() -> hub.report(one));
        }
    }

    void open() {
        devices.forEach(NativeDevice::open);
        hubs.values().forEach(ZigbeeHub::open);
        long every = pace.heartbeatEvery().toMillis();
        for (Runnable sign : signsOfLife) {
            // Each at its own moment of the period, as devices that were switched on one by one.
            var _ = timer.scheduleAtFixedRate(() -> inBackground(sign), chance.nextLong(every), every,
                    TimeUnit.MILLISECONDS);
        }
        if (!presses.isEmpty()) {
            scheduleNextPress();
        }
    }

    @Override
    public void close() {
        devices.parallelStream().forEach(NativeDevice::close);
        hubs.values().forEach(ZigbeeHub::close);
    }

    private void add(NativeDevice device) {
        devices.add(device);
        presses.add(device::press);
        signsOfLife.add(device::heartbeat);
    }

    private void scheduleNextPress() {
        Duration mean = pace.pressEvery();
        long wait = Math.round(-Math.log(1 - chance.nextDouble()) * mean.toMillis());
        var _ = timer.schedule(this::pressSomewhere, Math.min(wait, mean.toMillis() * 4),
                TimeUnit.MILLISECONDS);
    }

    private void pressSomewhere() {
        inBackground(presses.get(chance.nextInt(presses.size())));
        scheduleNextPress();
    }

    private static void inBackground(Runnable act) {
        Thread.ofVirtual().start(() -> {
            try {
                act.run();
            } catch (RuntimeException e) {
                LOG.error("one device stumbled, the others go on", e);
            }
        });
    }
}
