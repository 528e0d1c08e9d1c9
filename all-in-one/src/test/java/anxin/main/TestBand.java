package anxin.main;

import anxin.main.demo.TownFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.jspecify.annotations.Nullable;

/** A device of the town on a real MQTT client; publishing returns when the server has acknowledged. */
final class TestBand implements AutoCloseable {

    private final MqttClient client;
    private final TownFile.TownDevice device;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private int sequence;

    private TestBand(MqttClient client, TownFile.TownDevice device) {
        this.client = client;
        this.device = device;
    }

    static TestBand connect(int port, TownFile.TownDevice device) throws MqttException {
        return connect(port, device, device.secret());
    }

    static TestBand connect(int port, TownFile.TownDevice device, String secret) throws MqttException {
        MqttClient client = new MqttClient("tcp://127.0.0.1:" + port, device.user(), new MemoryPersistence());
        client.setTimeToWait(20_000);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(device.user());
        options.setPassword(secret.getBytes(StandardCharsets.UTF_8));
        options.setAutomaticReconnect(false);
        options.setConnectionTimeout(5);
        TestBand band = new TestBand(client, device);
        client.connect(options);
        if (device.family().equals("native")) {
            MqttSubscription answers = new MqttSubscription(device.topic() + "/evt-ack", 1);
            client.subscribe(new MqttSubscription[]{answers},
                    new IMqttMessageListener[]{
                        (topic, message) -> band.answers
                                .add(new String(message.getPayload(), StandardCharsets.UTF_8))});
        }
        return band;
    }

    /** Presses; returns when PUBACK is here. */
    void press() throws MqttException {
        press(++sequence);
    }

    /** Sends the event of this number, again if it was sent before. */
    void press(int number) throws MqttException {
        publish(device.topic() + "/evt/sos",
                "{\"v\":1,\"boot\":\"7f3a\",\"seq\":" + number + ",\"t\":\"" + now()
                        + "\",\"tq\":\"ok\",\"state\":\"raise\",\"bat\":81}");
    }

    void publish(String topic, String payload) throws MqttException {
        publish(topic, payload.getBytes(StandardCharsets.UTF_8));
    }

    void publish(String topic, byte[] payload) throws MqttException {
        MqttMessage message = new MqttMessage(payload);
        message.setQos(1);
        client.publish(topic, message);
    }

    /** The next evt-ack, or null when none came in time. */
    @Nullable
    String answer() throws InterruptedException {
        return answers.poll(5, TimeUnit.SECONDS);
    }

    boolean isConnected() {
        return client.isConnected();
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }

    @Override
    public void close() throws MqttException {
        try {
            client.disconnectForcibly(0, 100);
        } finally {
            client.close(true);
        }
    }
}
