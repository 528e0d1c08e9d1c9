package anxin.simulators.device;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one client connected: its own reconnect loop with back-off on its own thread, because two owners of one client
 * id (this loop and Paho's) would fight.
 */
final class MqttLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MqttLink.class);

    private final MqttAccount account;
    private final Backoff backoff;
    private final Listener listener;
    private final CompletableFuture<Void> firstConnection = new CompletableFuture<>();
    private volatile @Nullable MqttConnection connection;
    private volatile boolean closed;
    private volatile String lastFailure = "no attempt ended yet";
    private @Nullable Thread loop;

    MqttLink(MqttAccount account, Backoff backoff, Listener listener) {
        this.account = account;
        this.backoff = backoff;
        this.listener = listener;
    }

    /** Hears what happens on the line, never on Paho's threads except for {@code puback}. */
    interface Listener {

        /** A connection stands and its subscriptions are made; whatever is waiting may go now. */
        void connected();

        void message(String topic, String payload);
    }

    synchronized void open() {
        if (loop == null) {
            loop = Thread.ofVirtual().name("mqtt " + account.user()).start(this::keepConnected);
        }
    }

    /** @throws DeviceFault when the server is a stranger or there is none in time */
    void awaitConnected(Duration atMost) {
        try {
            firstConnection.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DeviceFault stranger ? stranger : new DeviceFault(e.toString());
        } catch (TimeoutException e) {
            throw new DeviceFault(account.user() + " was not let in by " + account.server() + " within "
                    + atMost.toSeconds() + " s: " + lastFailure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeviceFault("interrupted while connecting");
        }
    }

    boolean isConnected() {
        MqttConnection now = connection;
        return now != null && now.isUp();
    }

    /** Says whether the message went to the network; {@code onPuback} runs when the server has taken it over. */
    boolean publish(MqttMessageOut message, Runnable onPuback) {
        MqttConnection now = connection;
        return now != null && now.publish(message, onPuback);
    }

    @Override
    public void close() {
        closed = true;
        Thread running;
        synchronized (this) {
            running = loop;
        }
        MqttConnection now = connection;
        if (now != null) {
            now.endPolitely();
        }
        if (running != null) {
            running.interrupt();
        }
    }

    private void keepConnected() {
        while (!closed) {
            try (MqttConnection next = new MqttConnection(account, listener)) {
                next.establish();
                if (closed) {
                    return;
                }
                connection = next;
                backoff.succeeded();
                firstConnection.complete(null);
                listener.connected();
                next.awaitLoss();
            } catch (DeviceFault stranger) {
                LOG.error("{}", stranger.getMessage());
                firstConnection.completeExceptionally(stranger);
                return;
            } catch (MqttException | RuntimeException e) {
                lastFailure = e.toString();
                LOG.debug("{} is not connected: {}", account.user(), lastFailure);
            } catch (InterruptedException e) {
                return;
            } finally {
                connection = null;
            }
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(backoff.next());
        } catch (InterruptedException e) {
            closed = true;
        }
    }
}
