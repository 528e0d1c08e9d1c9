package anxin.simulators.load;

import anxin.simulators.device.EventWitness;
import anxin.simulators.device.NativeDevice;
import anxin.simulators.device.Workshop;
import anxin.simulators.device.Workshop.Reconnect;
import anxin.simulators.town.Town;
import anxin.simulators.town.TownDevice;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;

/** The devices of one measurement, each with its own connection. */
final class Fleet implements AutoCloseable {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(60);

    private final List<NativeDevice> devices;

    private Fleet(List<NativeDevice> devices) {
        this.devices = devices;
    }

    /** @param most how many devices at most; all of the town when there are fewer */
    static Fleet open(Town town, int most, URI mqtt, ScheduledExecutorService timer, EventWitness witness) {
        List<TownDevice> chosen = town.listNativeDevices().stream().limit(most).toList();
        if (chosen.isEmpty()) {
            throw new CheckFailed("the town file has no device of family native");
        }
        // Short waits: the gap of the server is measured, not the patience of its devices.
        Workshop workshop = new Workshop(mqtt, Clock.systemUTC(), timer, new Random(),
                new Reconnect(Duration.ofMillis(100), Duration.ofSeconds(1)));
        Fleet fleet = new Fleet(
                chosen.stream().map(device -> new NativeDevice(device, workshop, witness)).toList());
        fleet.connect();
        return fleet;
    }

    List<NativeDevice> devices() {
        return devices;
    }

    int waiting() {
        return devices.stream().mapToInt(NativeDevice::waiting).sum();
    }

    @Override
    public void close() {
        devices.parallelStream().forEach(NativeDevice::close);
    }

    private void connect() {
        try {
            // One first: a stranger's server must not meet the whole town.
            devices.getFirst().open();
            devices.getFirst().awaitConnected(CONNECTED_WITHIN);
            devices.stream().skip(1).forEach(NativeDevice::open);
            devices.forEach(device -> device.awaitConnected(CONNECTED_WITHIN));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }
}
