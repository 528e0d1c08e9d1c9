package anxin.simulators.load;

import anxin.simulators.ledger.Ledger;
import anxin.simulators.load.Crash.Plan;
import anxin.simulators.town.Town;
import anxin.simulators.web.Web;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** {@code crash}: kill -9 of the server during a storm, with a ledger for {@code anxin verify}. */
public final class CrashCommand {

    public static final String HELP = """
            crash     kills the server hard during a storm of alarms and writes a ledger
              --town FILE        the town file of the demo command
              --web URL          http://127.0.0.1:8080
              --mqtt URL         tcp://127.0.0.1:1883
              --server COMMAND   starts the server once, in the foreground; its output goes to <ledger>.server.log
              --ledger FILE      a new file; give it to `anxin verify --ledger` afterwards
              --alarms 2000 --kills 5 --devices 40 --rate 60 --seed 1
              --ready-within 120s   bound of each start
              --settle 120s         bound from the last alarm to its last confirmation
              --leave-running       does not end the server at the end
            """;
    private static final Set<String> NAMES = Set.of("town", "web", "mqtt", "server", "ledger", "alarms",
            "kills",
            "devices", "rate", "seed", "ready-within", "settle");
    private static final Duration END_WITHIN = Duration.ofSeconds(30);

    private final PrintStream out;

    public CrashCommand(PrintStream out) {
        this.out = out;
    }

    /** Runs the storm, prints, and says the exit status. */
    public int run(List<String> words) throws InterruptedException {
        Arguments arguments = Arguments.read(words, NAMES, Set.of("leave-running"));
        Town town = Town.read(arguments.path("town"));
        Plan plan = plan(arguments);
        Path ledgerFile = arguments.path("ledger");
        String command = arguments.text("server");
        URI mqtt = arguments.address("mqtt", Set.of("tcp", "ssl"));
        try (Web web = new Web(arguments.address("web", Set.of("http", "https")));
                Ledger ledger = Ledger.open(ledgerFile, Clock.systemUTC())) {
            if (web.isReady()) {
                throw new CheckFailed(
                        "a server already answers at --web; stop it, this program starts its own");
            }
            StormCount count = new StormCount(ledger);
            ServerProcess server = new ServerProcess(command, Path.of(ledgerFile + ".server.log"), web);
            Thread end = new Thread(() -> server.stop(END_WITHIN), "end the server");
            Runtime.getRuntime().addShutdownHook(end);
            server.start();
            try {
                server.awaitReady(plan.readyWithin());
                storm(new Crash(server, count, plan, out), count, town, arguments.count("devices", 40), mqtt);
            } finally {
                // From here it is ended or left running on purpose, also when this program is interrupted.
                Runtime.getRuntime().removeShutdownHook(end);
                end(server, arguments);
            }
            report(count, plan);
            return count.isComplete(plan.alarms()) ? 0 : 1;
        }
    }

    private void storm(Crash crash, StormCount count, Town town, int devices, URI mqtt)
            throws InterruptedException {
        int there = town.listNativeDevices().size();
        if (there < devices) {
            throw new CheckFailed(
                    "the town file has " + there + " native devices, --devices asks for " + devices);
        }
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(1,
                Thread.ofPlatform().daemon().factory());
        try (Fleet fleet = Fleet.open(town, devices, mqtt, timer, count)) {
            out.println(devices + " devices connected");
            crash.run(fleet);
        } finally {
            timer.shutdownNow();
        }
    }

    private void end(ServerProcess server, Arguments arguments) {
        if (arguments.has("leave-running")) {
            out.println("the server is left running, process " + server.pid());
        } else if (!server.stop(END_WITHIN)) {
            out.println("the server did not end within " + END_WITHIN.toSeconds()
                    + " s after SIGTERM and was killed");
        }
    }

    private void report(StormCount count, Plan plan) {
        List<Duration> gaps = count.listGaps();
        out.println(count.line() + ", unacknowledged " + count.unacknowledged());
        out.println(gaps.isEmpty()
                ? "gap: none measured"
                : "gap from kill to the next PUBACK: p50 " + gaps.get((gaps.size() - 1) / 2).toMillis()
                        + " ms, max "
                        + gaps.getLast().toMillis() + " ms, of " + gaps.size() + " kills");
        out.println("seed " + plan.seed() + ", " + plan.kills() + " kills, " + plan.rate() + " alarms/s; "
                + Machine.line() + ", " + Clock.systemUTC().instant());
        out.println("whether an alarm was lost: anxin verify --ledger");
    }

    private static Plan plan(Arguments arguments) {
        int rate = arguments.count("rate", 60);
        if (rate == 0) {
            throw new UsageException("--rate 0 never sends; write alarms a second");
        }
        return new Plan(arguments.count("alarms", 2_000), arguments.count("kills", 5), rate,
                arguments.number("seed", 1, Long.MAX_VALUE),
                arguments.duration("ready-within", Duration.ofMinutes(2)),
                arguments.duration("settle", Duration.ofMinutes(2)));
    }
}
