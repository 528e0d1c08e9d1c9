package anxin.main;

import anxin.dispatcher.message.Message;
import anxin.dispatcher.message.Receipt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A server to be killed. In the mode {@code early} it does what ours must never do: it says that a message is stored and
 * stores it a moment later. Only tests can build such a server.
 */
final class CrashServer {

    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private CrashServer() {}

    /** Words: data folder, database URL, web port, MQTT port, normal or early. */
    public static void main(String[] words) throws Exception {
        Settings settings = Settings.read(Optional.empty(), Map.of(),
                Map.of("data.dir", Path.of(words[0]).toString(),
                        "database.url", words[1], "web.port", words[2], "mqtt.port", words[3]));
        AnxinServer server = AnxinServer.startAround(settings, line -> {},
                words[4].equals("early") ? CrashServer::acknowledgeFirst : UnaryOperator.identity());
        Foreground.run(server);
    }

    private static Function<Message, Receipt> acknowledgeFirst(Function<Message, Receipt> store) {
        ScheduledExecutorService later = Executors.newScheduledThreadPool(4,
                Thread.ofPlatform().daemon().factory());
        return message -> {
            var _ = later.schedule(() -> store.apply(message), A_MOMENT.toMillis(), TimeUnit.MILLISECONDS);
            return new Receipt.AlreadyKnown(new UUID(0, 0), Optional.empty());
        };
    }
}
