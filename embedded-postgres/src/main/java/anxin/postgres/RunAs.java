package anxin.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * As whom the server runs, and that it ends with us.
 *
 * @param prefix programs that each replace themselves by the next, so that the server is our direct child
 * @param owner who must own the data folder, when we are in a position to decide
 */
record RunAs(List<String> prefix, OptionalInt owner) {

    private static final Logger LOG = LoggerFactory.getLogger(RunAs.class);
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final int PROBE_SECONDS = 10;

    /** Its own session: Ctrl-C at the terminal is for us, and we stop the server when we are done with it. */
    private static final String OWN_SESSION = "setsid";

    /** PostgreSQL refuses root, so root borrows a name inside a user namespace, or becomes somebody else. */
    static RunAs choose(Path dataFolder, Path postgres) throws IOException {
        if (FileTree.owner(Path.of("/proc/self")) != ROOT) {
            return asMyself(postgres);
        }
        int owner = FileTree.owner(dataFolder);
        if (owner != ROOT) {
            return proven(asUser(owner), postgres);
        }
        var inNamespace = new RunAs(
                Stream.concat(Stream.of(OWN_SESSION, "unshare", "-U"), endsWithUs()).toList(),
                OptionalInt.of(ROOT));
        return inNamespace.works(postgres) ? inNamespace : proven(asUser(NOBODY), postgres);
    }

    List<String> command(List<String> program) {
        return Stream.concat(prefix.stream(), program.stream()).toList();
    }

    private static RunAs asMyself(Path postgres) {
        var bound = new RunAs(Stream.concat(Stream.of(OWN_SESSION), endsWithUs()).toList(),
                OptionalInt.empty());
        if (bound.works(postgres)) {
            return bound;
        }
        LOG.warn(
                "setsid or setpriv (util-linux) is missing: if this process is killed, the database server is "
                        + "stopped only at the next start");
        return new RunAs(List.of(), OptionalInt.empty());
    }

    static RunAs asUser(int user) {
        var become = Stream.of(OWN_SESSION, "setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups",
                "--pdeathsig=INT", "--no-new-privs");
        return new RunAs(become.toList(), OptionalInt.of(user));
    }

    /** Comes last, because a change of user clears it; SIGINT is PostgreSQL's fast and clean shutdown. */
    private static Stream<String> endsWithUs() {
        return Stream.of("setpriv", "--pdeathsig=INT", "--no-new-privs");
    }

    private static RunAs proven(RunAs runAs, Path postgres) {
        if (runAs.works(postgres)) {
            return runAs;
        }
        throw new PostgresException("PostgreSQL does not run as root, and neither a user namespace nor '"
                + String.join(" ", runAs.prefix) + " " + postgres
                + "' works here; start this program as an ordinary "
                + "user, or put the data where user " + runAs.owner.orElse(NOBODY) + " can reach it");
    }

    private boolean works(Path postgres) {
        try {
            var probe = new ProcessBuilder(command(List.of(postgres.toString(), "--version")))
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return probe.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException _) {
            // The first program of the chain does not exist.
            return false;
        } catch (InterruptedException e) {
            throw PostgresException.interrupted("trying how to run PostgreSQL", e);
        }
    }
}
