package anxin.simulators.device;

import anxin.simulators.device.Outbox.Sending;
import anxin.simulators.town.Place;
import anxin.simulators.town.TownDevice;
import anxin.simulators.town.TownDevice.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A wristband or button that speaks our own format. It keeps every call and sends it again, always under the same boot
 * and number, until the server says that an incident exists.
 */
public final class NativeDevice implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NativeDevice.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TownDevice device;
    private final String boot;
    private final Workshop workshop;
    private final EventWitness witness;
    private final Outbox outbox = new Outbox();
    private final ReentrantLock sending = new ReentrantLock();
    private final MqttLink link;
    private int battery;
    private long seq;
    private @Nullable ScheduledFuture<?> repeating;

    public NativeDevice(TownDevice device, Workshop workshop, EventWitness witness) {
        this.device = device;
        this.workshop = workshop;
        this.witness = witness;
        boot = workshop.newBoot();
        battery = workshop.chance().nextInt(35, 100);
        link = new MqttLink(account(), workshop.backoff(), new Line());
    }

    /** Starts connecting and stays connected until closed; returns at once. */
    public void open() {
        link.open();
        ScheduledExecutorService timer = workshop.timer();
        repeating = timer.scheduleWithFixedDelay(this::sendInBackground, 1_000, 1_000, TimeUnit.MILLISECONDS);
    }

    /** Waits for the first connection; a {@link DeviceFault} says that the server is not ours or does not answer in time. */
    public void awaitConnected(Duration atMost) {
        link.awaitConnected(atMost);
    }

    public boolean isConnected() {
        return link.isConnected();
    }

    public String id() {
        return device.id();
    }

    /** Calls for help. Works without a connection too: the call is kept and goes out as soon as there is one. */
    public EventKey press() {
        return send("sos");
    }

    /** Sends any event by its word on the device page, such as {@code sos}, {@code fall} or {@code low_battery}. */
    public EventKey send(String kind) {
        DeviceEvent event = event(kind);
        witness.sent(event);
        outbox.add(event);
        sendDue();
        return event.key();
    }

    /** "I am alive", once and without repeat. */
    public void heartbeat() {
        if (link.isConnected()) {
            String body = Envelope.telemetry(nextKey(), workshop.clock().instant(), battery);
            link.publish(MqttMessageOut.telemetry(device.topic() + "/tel/heartbeat", body), () -> {});
        }
    }

    /** How many calls still wait for their PUBACK or evt-ack. */
    public int waiting() {
        return outbox.size();
    }

    @Override
    public void close() {
        if (repeating != null) {
            repeating.cancel(false);
        }
        link.close();
    }

    private MqttAccount account() {
        return new MqttAccount(workshop.server(), device.user(), device.secret(), device.topic() + "/state",
                Envelope.online(boot, battery), Envelope.offline(boot),
                List.of(device.topic() + "/evt-ack", device.topic() + "/help", device.topic() + "/cmd/#"));
    }

    private DeviceEvent event(String kind) {
        EventKey key = nextKey();
        Instant now = workshop.clock().instant();
        // A button on a wall has no receiver for satellites.
        Place known = device.kind() == Kind.WRISTBAND ? device.place() : null;
        return new DeviceEvent(key, kind, now, Envelope.event(key, now, battery, known));
    }

    private synchronized EventKey nextKey() {
        return new EventKey(device.id(), boot, ++seq);
    }

    private void sendInBackground() {
        if (outbox.size() > 0) {
            Thread.ofVirtual().start(this::sendDue);
        }
    }

    private void sendDue() {
        sending.lock();
        try {
            if (link.isConnected()) {
                outbox.takeDue(workshop.clock().instant()).forEach(this::transmit);
            }
        } catch (RuntimeException e) {
            LOG.error("{} could not send", device.id(), e);
        } finally {
            sending.unlock();
        }
    }

    private void transmit(Sending sending) {
        DeviceEvent event = sending.event();
        EventKey key = event.key();
        witness.onTheWire(event, sending.attempt());
        boolean out = link.publish(
                MqttMessageOut.event(device.topic() + "/evt/" + event.kind(), event.payload()),
                () -> confirmed(key));
        if (!out) {
            outbox.notSent(key);
        }
    }

    private void confirmed(EventKey key) {
        if (outbox.puback(key)) {
            witness.puback(key);
        }
    }

    private void acknowledged(String payload) {
        try {
            JsonNode ack = JSON.readTree(payload);
            EventKey key = new EventKey(device.id(), ack.path("boot").asText(), ack.path("seq").asLong());
            if (outbox.evtAck(key)) {
                witness.evtAck(key, ack.path("incident").asText());
            }
        } catch (JsonProcessingException e) {
            LOG.warn("{} got an evt-ack that is not JSON", device.id());
        }
    }

    private final class Line implements MqttLink.Listener {

        @Override
        public void connected() {
            outbox.connectionIsNew();
            sendDue();
        }

        @Override
        public void message(String topic, String payload) {
            if (topic.equals(device.topic() + "/evt-ack")) {
                acknowledged(payload);
            }
        }
    }
}
