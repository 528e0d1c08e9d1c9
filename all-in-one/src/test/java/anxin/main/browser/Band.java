package anxin.main.browser;

import anxin.main.demo.TownFile.TownDevice;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;

/** A wristband of the town on a real MQTT client. */
final class Band implements AutoCloseable {

    private final TownDevice device;
    private final MqttClient client;
    private final CompletableFuture<Long> acknowledgedAt = new CompletableFuture<>();

    Band(int port, TownDevice device) throws MqttException {
        this.device = device;
        this.client = new MqttClient("tcp://127.0.0.1:" + port, device.user(), new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(device.user());
        options.setPassword(device.secret().getBytes(StandardCharsets.UTF_8));
        options.setAutomaticReconnect(false);
        client.connect(options);
        client.subscribe(new MqttSubscription[]{new MqttSubscription(device.topic() + "/evt-ack", 1)},
                new IMqttMessageListener[]{(topic, message) -> acknowledgedAt.complete(System.nanoTime())});
    }

    /** Calls for help; answers the {@link System#nanoTime} at which the server said that an incident exists. */
    long press() throws Exception {
        send("{\"v\":1,\"boot\":\"7f3a\",\"seq\":1,\"t\":\"" + InstantSource.system().instant()
                + "\",\"tq\":\"ok\",\"state\":\"raise\",\"bat\":81}");
        return acknowledgedAt.get(10, TimeUnit.SECONDS);
    }

    void send(String payload) throws MqttException {
        MqttMessage message = new MqttMessage(payload.getBytes(StandardCharsets.UTF_8));
        message.setQos(1);
        client.publish(device.topic() + "/evt/sos", message);
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
