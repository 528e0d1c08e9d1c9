package anxin.simulators.load;

import anxin.simulators.device.NativeDevice;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A storm of alarms during which the server dies several times. */
final class Crash {

    private final ServerProcess server;
    private final StormCount count;
    private final Plan plan;
    private final PrintStream out;
    private volatile boolean over;

    Crash(ServerProcess server, StormCount count, Plan plan, PrintStream out) {
        this.server = server;
        this.count = count;
        this.plan = plan;
        this.out = out;
    }

    /**
     * What is to happen.
     *
     * @param rate alarms a second
     * @param readyWithin bound of each start
     * @param settle bound from the last alarm to its last confirmation
     */
    record Plan(int alarms, int kills, int rate, long seed, Duration readyWithin, Duration settle) {

        Duration storm() {
            return Duration.ofMillis(Math.round(alarms * 1_000.0 / rate));
        }
    }

    void run(Fleet fleet) throws InterruptedException {
        long start = System.nanoTime();
        Thread storm = Thread.ofPlatform().name("storm").daemon().start(() -> storm(fleet.devices(), start));
        try {
            kills(fleet, start);
            storm.join(plan.storm().plusSeconds(60));
        } finally {
            over = true;
        }
        boolean complete = Patience.waitUntil(() -> count.isComplete(plan.alarms()), plan.settle());
        out.println(complete ? "all alarms are confirmed" : "not all alarms were confirmed in time");
    }

    private void kills(Fleet fleet, long start) {
        Random chance = new Random(plan.seed());
        for (Duration moment : KillPlan.moments(plan.kills(), plan.storm(), chance)) {
            // If the last start took longer than that, at least some alarms pass between two deaths.
            long after = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(chance.nextInt(300, 1_500));
            Patience.sleepUntil(Math.max(start + moment.toNanos(), after));
            kill(fleet);
        }
    }

    private void kill(Fleet fleet) {
        long pid = server.pid();
        count.serverDied(server.killHard());
        server.start();
        server.awaitReady(plan.readyWithin());
        out.println("killed " + pid + ", ready again; " + count.line() + ", waiting " + fleet.waiting());
    }

    private void storm(List<NativeDevice> devices, long start) {
        Random chance = new Random(plan.seed() + 1);
        long every = TimeUnit.SECONDS.toNanos(1) / plan.rate();
        for (int i = 0; i < plan.alarms() && !over; i++) {
            Patience.sleepUntil(start + i * every);
            NativeDevice device = devices.get(chance.nextInt(devices.size()));
            device.send("sos");
            if (chance.nextInt(10) == 0) {
                device.heartbeat();
            }
            if ((i + 1) % 500 == 0) {
                out.println((i + 1) + " of " + plan.alarms() + " alarms; " + count.line());
            }
        }
    }
}
