package anxin.main;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code anxin start}: the server, without a town and without simulators. */
@Command(name = "start", mixinStandardHelpOptions = true, description = "Starts the server on a real database.")
final class StartCommand implements Callable<Integer> {

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Settings settings = options.read();
        AnxinServer server = AnxinServer.start(settings, line -> say(out, "  " + line));
        Optional<String> password = FirstStart.prepare(server, settings);
        say(out, "Anxin listens:  http://127.0.0.1:" + server.webPort() + "  and  mqtt://127.0.0.1:"
                + server.mqttPort());
        password.ifPresent(secret -> say(out,
                "First administrator: admin / " + secret
                        + "   (shown once, to be changed at the first sign-in)"));
        Foreground.run(server);
        return 0;
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
