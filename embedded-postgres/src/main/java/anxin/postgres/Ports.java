package anxin.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.SplittableRandom;

/** Finds a port on the loopback address that outgoing connections never take. */
final class Ports {

    /** Linux takes ports of outgoing connections from here upwards. */
    static final int FIRST_OUTGOING = 32768;
    private static final int FIRST = 20000;
    private static final int TRIES = 200;

    private final SplittableRandom random = new SplittableRandom();

    int free() {
        for (int i = 0; i < TRIES; i++) {
            int port = random.nextInt(FIRST, FIRST_OUTGOING);
            if (isFree(port)) {
                return port;
            }
        }
        throw new PostgresException(
                "no free port between " + FIRST + " and " + FIRST_OUTGOING + " after " + TRIES
                        + " tries; choose one in the settings");
    }

    boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
