package anxin.main;

import anxin.dispatcher.invariant.LedgerException;
import anxin.dispatcher.store.StoreException;
import anxin.main.demo.NotADemoException;
import anxin.postgres.PostgresException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;

/** The command line: {@code anxin demo | start | verify}. */
@Command(name = "anxin", mixinStandardHelpOptions = true, version = "Anxin 0.1.0", description = "安心 - the system behind a 12349 elder-care hotline.", subcommands = {
    DemoCommand.class, StartCommand.class, VerifyCommand.class}, footer = {"",
        "Settings come from defaults, a file (--config), ANXIN_… variables, flags; the later wins.",
        "Exit status: 0 done, 1 refused or failed, 2 wrong usage."})
public final class Main implements Callable<Integer> {

    @Override
    public Integer call() {
        CommandLine.usage(this, System.out);
        return CommandLine.ExitCode.USAGE;
    }

    /** Runs one command and ends the process with its status. */
    public static void main(String[] words) {
        System.exit(run(words));
    }

    static int run(String... words) {
        // A person reads these; a stack trace helps only when the fault is ours.
        IExecutionExceptionHandler inWords = (fault, command, parsed) -> {
            command.getErr().println("anxin: " + fault.getMessage());
            if (!expected(fault)) {
                fault.printStackTrace(command.getErr());
            }
            return CommandLine.ExitCode.SOFTWARE;
        };
        IParameterExceptionHandler usage = (wrong, arguments) -> {
            wrong.getCommandLine().getErr().println("anxin: " + wrong.getMessage() + " (see --help)");
            return CommandLine.ExitCode.USAGE;
        };
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(inWords)
                .setParameterExceptionHandler(usage)
                .execute(words);
    }

    private static boolean expected(Exception fault) {
        return fault instanceof SettingsException || fault instanceof StartException
                || fault instanceof PostgresException || fault instanceof LedgerException
                || fault instanceof NotADemoException || StoreException.unreachable(fault);
    }
}
