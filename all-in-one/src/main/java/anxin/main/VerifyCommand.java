package anxin.main;

import anxin.dispatcher.invariant.Ledger;
import anxin.dispatcher.invariant.Verification;
import anxin.dispatcher.store.Database;
import anxin.dispatcher.store.DatabaseClock;
import anxin.dispatcher.store.Sql;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anxin verify}: whether the store keeps its promises, beside a running server or on a stopped data folder. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = "Checks conservation and the invariants; exit status 1 when one is broken.")
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(names = "--ledger", paramLabel = "FILE", description = "what the simulators sent and were told (JSON lines); without it I1 and I2 are not checked")
    private @Nullable Path ledger;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Settings settings = options.read();
        Optional<Ledger> told = Optional.ofNullable(ledger).map(Ledger::read);
        try (Store store = Store.beside(settings, line -> {});
                Database database = new Database(store.address())) {
            Sql sql = database.pool("verify", 1);
            if (!Database.hasSchema(sql)) {
                throw new SettingsException(
                        "this database holds nothing of Anxin; start the server on it once");
            }
            Verification verification = Verification.of(sql, told,
                    new DatabaseClock(sql, System::nanoTime).instant());
            out.print(verification.table());
            out.println(verification.holds() ? "All that could be checked holds." : "BROKEN.");
            out.flush();
            return verification.holds() ? 0 : 1;
        }
    }
}
