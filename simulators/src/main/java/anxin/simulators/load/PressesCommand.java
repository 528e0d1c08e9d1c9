package anxin.simulators.load;

import anxin.simulators.load.Presses.Result;
import anxin.simulators.town.Town;
import anxin.simulators.town.TownOperator;
import anxin.simulators.web.Seat;
import anxin.simulators.web.Web;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** {@code presses}: how long from a press to the desk, seen from outside. */
public final class PressesCommand {

    public static final String HELP = """
            presses   measures press -> PUBACK, evt-ack and the desk's board
              --town FILE        the town file of the demo command
              --web URL          http://127.0.0.1:8080
              --mqtt URL         tcp://127.0.0.1:1883
              --count 200        how many presses
              --every 250ms      one press each
              --devices 60       how many devices at most (default: all native ones)
              --operator LOGIN   whose seat (default: one that is not simulated)
              --out FILE         writes the result as JSON too
            """;
    private static final Set<String> NAMES = Set.of("town", "web", "mqtt", "count", "every", "devices",
            "operator",
            "out");

    private final PrintStream out;

    public PressesCommand(PrintStream out) {
        this.out = out;
    }

    /** Measures, prints, and says the exit status. */
    public int run(List<String> words) {
        Arguments arguments = Arguments.read(words, NAMES, Set.of());
        Town town = Town.read(arguments.path("town"));
        PressTimes times = new PressTimes();
        int count = arguments.count("count", 200);
        Duration every = arguments.duration("every", Duration.ofMillis(250));
        try (ScheduledExecutorService timer = Executors
                .newScheduledThreadPool(1, Thread.ofPlatform().daemon().factory());
                Web web = new Web(arguments.address("web", Set.of("http", "https")))) {
            web.checkServer();
            Seat seat = new Seat(web.session(operator(town, arguments).login()));
            try (BoardWatch board = new BoardWatch(seat, timer);
                    Fleet fleet = Fleet.open(town, arguments.count("devices", Integer.MAX_VALUE),
                            arguments.address("mqtt", Set.of("tcp", "ssl")), timer, times)) {
                board.start(Duration.ofSeconds(20));
                out.println(fleet.devices().size() + " devices connected, " + count + " presses, one every "
                        + every.toMillis() + " ms");
                Result result = new Presses(fleet.devices(), times, board, new Clearing(seat), out).run(count,
                        every);
                return report(result, count, every, arguments);
            } finally {
                timer.shutdownNow();
            }
        }
    }

    private int report(Result result, int count, Duration every, Arguments arguments) {
        String date = Clock.systemUTC().instant().toString();
        out.println(result.puback().line());
        out.println(result.evtAck().line());
        out.println(result.desk().line());
        out.println("presses " + count + ", errors " + result.errors() + ", waited for a free device "
                + result.moved() + ", left open " + result.leftOpen());
        out.println(Machine.line() + ", " + date);
        if (arguments.has("out")) {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("program", "presses")
                    .put("date", date)
                    .put("count", count).put("every_ms", every.toMillis()).put("errors", result.errors())
                    .put("moved", result.moved()).put("left_open", result.leftOpen());
            json.set("machine", Machine.json());
            json.set("puback", result.puback().json());
            json.set("evt_ack", result.evtAck().json());
            json.set("desk", result.desk().json());
            write(arguments.path("out"), json);
        }
        return result.errors() == 0 ? 0 : 1;
    }

    private static TownOperator operator(Town town, Arguments arguments) {
        // A simulated seat may be taken by a simulation that runs beside this measurement.
        return town.operators().stream()
                .filter(one -> !arguments.has("operator")
                        || one.login().login().equals(arguments.text("operator")))
                .min(Comparator.comparing(TownOperator::simulated))
                .orElseThrow(() -> new CheckFailed("the town file has no such operator"));
    }

    static void write(Path file, ObjectNode json) {
        try {
            Files.writeString(file,
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the result cannot be written to " + file, e);
        }
    }
}
