package anxin.simulators.device;

import anxin.simulators.device.MqttMessageOut.Keeping;
import anxin.simulators.device.MqttMessageOut.Quality;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection from CONNECT to its loss. Every connection has its own Paho client, so an acknowledgement of an older
 * connection can never meet a packet id of a newer one.
 */
final class MqttConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);
    private static final long ANSWER_MS = 10_000;
    private static final int FIRST_REFUSAL = 0x80;

    private final MqttAccount account;
    private final MqttLink.Listener listener;
    private final MqttAsyncClient client;
    private final CountDownLatch lost = new CountDownLatch(1);
    private final BlockingQueue<Arrival> inbox = new LinkedBlockingQueue<>();

    MqttConnection(MqttAccount account, MqttLink.Listener listener) throws MqttException {
        this.account = account;
        this.listener = listener;
        client = new MqttAsyncClient(account.server().toString(), account.user(), new MemoryPersistence());
        client.setManualAcks(true);
        client.setCallback(new Incoming());
    }

    private record Arrival(int packet, int qos, String topic, String payload) {}

    /** Connects, checks who answered, subscribes and says that the device is online. */
    void establish() throws MqttException {
        IMqttToken answer = client.connect(options());
        answer.waitForCompletion(ANSWER_MS);
        checkServer(answer.getResponseProperties());
        Thread.ofVirtual().name("inbox " + account.user()).start(this::readInbox);
        if (!account.subscriptions().isEmpty()) {
            subscribe();
        }
        publish(MqttMessageOut.state(account.stateTopic(), account.online()), () -> {});
    }

    boolean isUp() {
        return lost.getCount() > 0 && client.isConnected();
    }

    void awaitLoss() throws InterruptedException {
        // A look at the client now and then, in case its callback never came.
        while (!lost.await(5, TimeUnit.SECONDS) && client.isConnected()) {
            LOG.trace("{} is still connected", account.user());
        }
    }

    boolean publish(MqttMessageOut message, Runnable onPuback) {
        int qos = message.quality() == Quality.AT_LEAST_ONCE ? 1 : 0;
        boolean retained = message.keeping() == Keeping.RETAINED;
        try {
            client.publish(message.topic(), message.payload().getBytes(StandardCharsets.UTF_8), qos, retained,
                    null, new Puback(onPuback));
            return true;
        } catch (MqttException e) {
            LOG.debug("{} could not publish: {}", account.user(), e.toString());
            return false;
        }
    }

    /** With the will's words as a goodbye, because a polite DISCONNECT cancels the will. */
    void endPolitely() {
        publish(MqttMessageOut.state(account.stateTopic(), account.will()), () -> {});
        try {
            client.disconnect(1_000).waitForCompletion(2_000);
        } catch (MqttException e) {
            LOG.debug("{} left without goodbye: {}", account.user(), e.toString());
        }
        lost.countDown();
    }

    @Override
    public void close() {
        lost.countDown();
        inbox.add(new Arrival(0, 0, "", ""));
        try {
            if (client.isConnected()) {
                client.disconnectForcibly(0, 100, true);
            }
        } catch (MqttException | RuntimeException e) {
            LOG.trace("{} already gone: {}", account.user(), e.toString());
        }
        try {
            client.close(true);
        } catch (MqttException | RuntimeException e) {
            LOG.trace("{} already closed: {}", account.user(), e.toString());
        }
    }

    private MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(account.user());
        options.setPassword(account.secret().getBytes(StandardCharsets.UTF_8));
        options.setCleanStart(false);
        options.setSessionExpiryInterval(86_400L);
        options.setReceiveMaximum(100);
        options.setKeepAliveInterval(60);
        options.setConnectionTimeout(10);
        options.setAutomaticReconnect(false);
        MqttMessage will = new MqttMessage(account.will().getBytes(StandardCharsets.UTF_8));
        will.setQos(1);
        will.setRetained(true);
        options.setWill(account.stateTopic(), will);
        return options;
    }

    // A first storm once spoke to a stranger's broker and looked perfect (06, test budget).
    private void checkServer(MqttProperties properties) {
        boolean ours = properties != null && properties.getUserProperties().stream()
                .anyMatch(property -> property.getKey().equals("server")
                        && property.getValue().equals("anxin"));
        if (!ours) {
            throw new DeviceFault(
                    "the MQTT server at " + account.server() + " is not Anxin: its CONNACK carries no "
                            + "user property server=anxin; nothing was published. Check the --mqtt address");
        }
    }

    private void subscribe() throws MqttException {
        MqttSubscription[] wanted = account.subscriptions().stream()
                .map(topic -> new MqttSubscription(topic, 1))
                .toArray(MqttSubscription[]::new);
        IMqttToken answer = client.subscribe(wanted, null, null, new MqttProperties());
        answer.waitForCompletion(ANSWER_MS);
        for (int code : answer.getReasonCodes()) {
            if (code >= FIRST_REFUSAL) {
                LOG.warn("{} may not subscribe to all of its own topics: reason code {}", account.user(),
                        code);
            }
        }
    }

    private void readInbox() {
        try {
            while (lost.getCount() > 0) {
                Arrival next = inbox.take();
                if (!next.topic().isEmpty()) {
                    handle(next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Arrival arrival) {
        try {
            listener.message(arrival.topic(), arrival.payload());
            if (lost.getCount() > 0) {
                client.messageArrivedComplete(arrival.packet(), arrival.qos());
            }
        } catch (MqttException | RuntimeException e) {
            LOG.warn("{} could not take a message on {}: {}", account.user(), arrival.topic(), e.toString());
        }
    }

    private record Puback(Runnable onPuback) implements MqttActionListener {

        @Override
        public void onSuccess(IMqttToken token) {
            int[] codes = token.getReasonCodes();
            if (codes != null && codes.length > 0 && codes[0] >= FIRST_REFUSAL) {
                LOG.warn("the server refused a message: reason code {}", codes[0]);
                return;
            }
            try {
                onPuback.run();
            } catch (RuntimeException e) {
                LOG.error("a PUBACK could not be noted", e);
            }
        }

        @Override
        public void onFailure(IMqttToken token, Throwable why) {
            LOG.trace("a message was not confirmed: {}", String.valueOf(why));
        }
    }

    /** Only puts things down; Paho's thread must never wait. */
    private final class Incoming implements MqttCallback {

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            inbox.add(new Arrival(message.getId(), message.getQos(), topic,
                    new String(message.getPayload(), StandardCharsets.UTF_8)));
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            lost.countDown();
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            LOG.debug("{}: {}", account.user(), exception.toString());
        }

        @Override
        public void deliveryComplete(IMqttToken token) {
            // Each publish has its own listener.
        }

        @Override
        public void connectComplete(boolean reconnect, String server) {
            // establish() waits for the answer itself.
        }

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {
            // No extended authentication here.
        }
    }
}
