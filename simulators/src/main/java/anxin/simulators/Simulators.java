package anxin.simulators;

import anxin.simulators.device.DeviceFault;
import anxin.simulators.ledger.LedgerException;
import anxin.simulators.SimulationPace.Orders;
import anxin.simulators.load.Arguments;
import anxin.simulators.load.CheckFailed;
import anxin.simulators.load.CrashCommand;
import anxin.simulators.load.PressesCommand;
import anxin.simulators.load.UsageException;
import anxin.simulators.town.TownFileException;
import anxin.simulators.web.WebFault;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The command line: {@code simulate}, {@code presses} and {@code crash}. */
public final class Simulators {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final String HELP = """
            Homes, people and load for Anxin, from outside.

            simulate  lets the town live until it is interrupted
              --town FILE --web URL --mqtt URL
              --press-every 45s --times-faster 10 --patience 45s --seed 12349
              --order-every 60s --orders-open 10 --visits-faster 30
              --for 10m          ends by itself after that time

            """;
    private static final Set<String> SIMULATE = Set.of("town", "web", "mqtt", "press-every", "times-faster",
            "patience", "seed", "for", "order-every", "orders-open", "visits-faster");

    private final PrintStream out;
    private final PrintStream err;

    Simulators(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Ends the process with 0, with 1 when a check failed, or with 2 when the words were wrong. */
    public static void main(String[] words) {
        System.exit(new Simulators(System.out, System.err).run(List.of(words)));
    }

    int run(List<String> words) {
        if (words.isEmpty() || words.contains("--help")) {
            (words.isEmpty() ? err : out).print(HELP + PressesCommand.HELP + "\n" + CrashCommand.HELP);
            return words.isEmpty() ? WRONG_USAGE : 0;
        }
        try {
            return command(words.getFirst(), words.subList(1, words.size()));
        } catch (UsageException | TownFileException e) {
            err.println("simulators: " + e.getMessage());
            return WRONG_USAGE;
        } catch (CheckFailed | DeviceFault | WebFault | LedgerException e) {
            err.println("simulators: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            return FAILED;
        }
    }

    private int command(String name, List<String> words) throws InterruptedException {
        return switch (name) {
            case "simulate" -> simulate(Arguments.read(words, SIMULATE, Set.of()));
            case "presses" -> new PressesCommand(out).run(words);
            case "crash" -> new CrashCommand(out).run(words);
            default -> throw new UsageException("'" + name + "' is no command; see --help");
        };
    }

    private int simulate(Arguments arguments) throws InterruptedException {
        SimulationPace usual = SimulationPace.everyday();
        SimulationPace pace = usual.withPressEvery(arguments.duration("press-every", usual.pressEvery()))
                .withTimesFaster((double) Math.max(1, arguments.number("times-faster", 10, 1_000)))
                .withOperatorPatience(arguments.duration("patience", usual.operatorPatience()))
                .withOrders(orders(arguments, usual.orders()))
                .withSeed(arguments.number("seed", usual.seed(), Long.MAX_VALUE));
        try (Simulation simulation = Simulation.start(arguments.path("town"),
                arguments.address("web", Set.of("http", "https")),
                arguments.address("mqtt", Set.of("tcp", "ssl")),
                pace)) {
            out.println("the town lives; end it with Ctrl-C");
            Thread.sleep(arguments.duration("for", Duration.ofDays(3_650)));
            out.println("everyday service: " + simulation.tally());
        }
        return 0;
    }

    private static Orders orders(Arguments arguments, Orders usual) {
        return new Orders(arguments.duration("order-every", usual.every()),
                Math.toIntExact(arguments.number("orders-open", usual.openAtMost(), 10_000)),
                (double) Math.max(1, arguments.number("visits-faster", 30, 1_000)), usual.mishaps());
    }
}
