package anxin.main;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.invariant.Finding;
import anxin.dispatcher.invariant.Ledger;
import anxin.dispatcher.invariant.Verdict;
import anxin.dispatcher.invariant.Verification;
import anxin.dispatcher.store.Database;
import anxin.dispatcher.store.DatabaseClock;
import anxin.dispatcher.store.Sql;
import anxin.simulators.load.CrashCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed in the middle of alarms: what was acknowledged is there, once. */
class CrashTest {

    @TempDir
    Path folder;

    @Test
    void F1_a_server_killed_among_alarms_loses_nothing_and_doubles_nothing() throws Exception {
        Verification verification = crash("normal", 200, 2);

        assertThat(verification.holds()).as(verification.table()).isTrue();
        assertThat(verdict(verification, "I1")).isEqualTo(Verdict.HOLDS);
        assertThat(verdict(verification, "I2")).isEqualTo(Verdict.HOLDS);
    }

    /** The negative control: a server that acknowledges first must be caught by the same check. */
    @Test
    void F2_a_server_that_acknowledges_before_the_commit_is_caught() throws Exception {
        Verification verification = crash("early", 200, 2);

        assertThat(verdict(verification, "I1")).as(verification.table()).isEqualTo(Verdict.BROKEN);
    }

    private Verification crash(String mode, int alarms, int kills) throws Exception {
        String databaseUrl = TestServer.freshDatabase();
        try (TestServer seeded = TestServer.startAround(folder, databaseUrl, UnaryOperator.identity())) {
            assertThat(seeded.town().devices()).isNotEmpty();
        }
        int web = freePort();
        int mqtt = freePort();
        Path ledger = folder.resolve("ledger.jsonl");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String server = String.join(" ", java, "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp",
                System.getProperty("java.class.path"), CrashServer.class.getName(), folder.toString(),
                databaseUrl,
                Integer.toString(web), Integer.toString(mqtt), mode);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int status = new CrashCommand(new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(List.of("--town",
                        folder.resolve("town.json").toString(), "--web", "http://127.0.0.1:" + web, "--mqtt",
                        "tcp://127.0.0.1:" + mqtt, "--server", server, "--alarms", Integer.toString(alarms),
                        "--kills",
                        Integer.toString(kills), "--devices", "20", "--rate", "40", "--ledger",
                        ledger.toString(), "--seed",
                        "7", "--settle", "60s"));
        assertThat(status).as(printed.toString(StandardCharsets.UTF_8)).isZero();
        Verification verification = verify(databaseUrl, ledger);
        Files.createDirectories(Path.of("target/crash"));
        Files.writeString(Path.of("target/crash", mode + ".txt"),
                printed.toString(StandardCharsets.UTF_8) + "\n" + verification.table());
        return verification;
    }

    private Verification verify(String databaseUrl, Path ledger) {
        Database.Address address = TestServer.settings(folder, databaseUrl).database().orElseThrow();
        try (Database database = new Database(address)) {
            Sql sql = database.pool("verify", 1);
            return Verification.of(sql, Optional.of(Ledger.read(ledger)),
                    new DatabaseClock(sql, System::nanoTime).instant());
        }
    }

    private static Verdict verdict(Verification verification, String id) {
        return verification.findings().stream().filter(finding -> finding.id().equals(id))
                .map(Finding::verdict)
                .findFirst().orElseThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
