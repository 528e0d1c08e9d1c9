package anxin.main;

import anxin.main.demo.DemoTown;
import anxin.main.demo.NotADemoException;
import anxin.main.demo.TownFile;
import anxin.simulators.Simulation;
import anxin.simulators.SimulationPace;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anxin demo}: the server with a small town and simulators, everything in this process. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Starts everything with a small invented town and simulators.")
final class DemoCommand implements Callable<Integer> {

    private static final long SAME_TOWN = 12349;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(names = "--no-simulators", description = "the town alone: nothing happens unless somebody does it")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Settings settings = options.read();
        Path townFile = settings.dataFolder().resolve("town.json");
        AnxinServer server = AnxinServer.start(settings, line -> say(out, "  " + line));
        TownFile town;
        try {
            town = DemoTown.in(server.dispatcher(), server.accounts(), townFile, new Random(SAME_TOWN),
                    line -> say(out, "  " + line));
        } catch (NotADemoException notADemo) {
            server.close();
            throw notADemo;
        }
        welcome(out, server, town, townFile);
        if (quiet) {
            Foreground.run(server);
            return 0;
        }
        Simulation simulation = Simulation.start(townFile, URI.create("http://127.0.0.1:" + server.webPort()),
                URI.create("tcp://127.0.0.1:" + server.mqttPort()), SimulationPace.everyday());
        Foreground.run(() -> {
            simulation.close();
            server.close();
        });
        return 0;
    }

    private void welcome(PrintWriter out, AnxinServer server, TownFile town, Path townFile) {
        String web = "http://127.0.0.1:" + server.webPort();
        TownFile.Caregiver you = town.caregivers().getFirst();
        say(out, "");
        say(out, "安心 Anxin listens:  " + web + "  and  mqtt://127.0.0.1:" + server.mqttPort()
                + "   (Ctrl-C stops)");
        say(out, "");
        say(out, "  desk        " + web + "/desk.html    seat1 / " + password(town.operators(), "seat1"));
        say(out, "  phone       " + web + "/phone.html   " + you.login() + " / " + you.password());
        say(out, "  duty leader " + web + "/desk.html    leader / " + password(town.others(), "leader"));
        say(out, "  all other accounts and the devices' secrets: " + townFile);
        say(out, "");
        say(out, "Try: open the desk, click the test sound, wait for an alarm and take it (A). Open the phone in a second");
        say(out, "browser profile, go on duty, and say \"I go\" when it rings. " + (quiet
                ? "Nothing presses by itself: simulators are off."
                : "Somebody presses about every 45 s."));
        say(out, "Press O on the desk for the services (meals, baths, the doctor); + orders one for somebody who calls."
                + (quiet ? "" : " Somebody calls about every minute."));
        say(out, "Check the books meanwhile, in another terminal:  ./anxin verify");
    }

    private static String password(List<TownFile.Operator> accounts, String login) {
        return accounts.stream().filter(account -> account.login().equals(login))
                .map(TownFile.Operator::password)
                .findFirst().orElse("?");
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
