package anxin.gateway.door;

import anxin.dispatcher.device.Device;
import anxin.dispatcher.device.DeviceId;
import anxin.dispatcher.device.DeviceStore;
import anxin.dispatcher.message.Message;
import anxin.dispatcher.message.Receipt;
import anxin.dispatcher.notice.Notices;
import anxin.dispatcher.shell.Work;
import anxin.dispatcher.store.StoreException;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttAuth;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The MQTT endpoint: lets devices in by their own credential and gives each a {@link Session}. Loopback only. */
public final class MqttDoor {

    /** The lanes on which messages become durable; alarms never wait behind telemetry. */
    public record Lanes(Work.Lane alarms, Function<Message, Receipt> takeAlarm, Work.Lane telemetry,
            Function<Message, Receipt> takeTelemetry) {}

    private static final Logger LOG = LoggerFactory.getLogger(MqttDoor.class);
    private static final String HOST = "127.0.0.1";
    private static final int CONNECT_SECONDS = 5;
    private static final int MQTT_5 = 5;
    private static final int MOST_REFUSALS_WAITING = 100;

    private final MqttServer server;
    private final DeviceStore devices;
    private final Notices notices;
    private final Work.Lane gatekeeping;
    private final Work.Lane refusals;
    private final Lanes lanes;
    private final InstantSource clock;
    private final Vertx vertx;
    private final Map<DeviceId, Session> sessions = new ConcurrentHashMap<>();

    /**
     * @param gatekeeping the lane on which credentials are looked up
     * @param refusals    the lane on which refused ones are noted; a crowd there must not hold up those who are known
     */
    public MqttDoor(Vertx vertx, DeviceStore devices, Notices notices, Work.Lane gatekeeping,
            Work.Lane refusals,
            Lanes lanes, InstantSource clock) {
        this.vertx = vertx;
        this.devices = devices;
        this.notices = notices;
        this.gatekeeping = gatekeeping;
        this.refusals = refusals;
        this.lanes = lanes;
        this.clock = clock;
        MqttServerOptions options = new MqttServerOptions()
                .setMaxMessageSize(Session.HUB_BYTES + 1024)
                .setTimeoutOnConnect(CONNECT_SECONDS);
        options.setTcpNoDelay(true);
        this.server = MqttServer.create(vertx, options);
        server.endpointHandler(this::knock);
        server.exceptionHandler(fault -> LOG.info("connection refused before it said who it is: {}",
                fault.getMessage()));
    }

    /** @return the port that is listened on; fails when it is taken */
    public Future<Integer> listen(int port) {
        return server.listen(port, HOST).map(MqttServer::actualPort);
    }

    public Future<Void> close() {
        return server.close();
    }

    private void knock(MqttEndpoint endpoint) {
        MqttAuth auth = endpoint.auth();
        Optional<Credential> credential = credential(endpoint.clientIdentifier(), auth);
        if (credential.isEmpty()) {
            refuse(endpoint, "client id, user name and password must be the device's own");
            return;
        }
        gatekeeping.run(() -> devices.findByCredential(credential.get().code(), credential.get().hash()))
                .onSuccess(device -> device.ifPresentOrElse(known -> welcome(endpoint, known),
                        () -> refuse(endpoint, "unknown device or wrong secret")))
                .onFailure(fault -> {
                    LOG.warn("cannot check a credential now: {}", fault.getMessage());
                    endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE);
                });
    }

    private record Credential(String code, byte[] hash) {}

    private static Optional<Credential> credential(String clientId, @Nullable MqttAuth auth) {
        if (auth == null || auth.getUsername() == null || auth.getPassword() == null
                || !auth.getUsername().equals(clientId)) {
            return Optional.empty();
        }
        return Optional.of(new Credential(clientId, sha256(auth.getPassword())));
    }

    private void welcome(MqttEndpoint endpoint, Device device) {
        Session session = new Session(vertx, endpoint, device, lanes, clock);
        try {
            endpoint.closeHandler(closed -> {
                session.closed();
                sessions.remove(device.id(), session);
            });
        } catch (IllegalStateException goneMeanwhile) {
            LOG.info("device {} left before it was let in", device.id());
            return;
        }
        Session before = sessions.put(device.id(), session);
        if (before != null) {
            // The same credential takes over at once: the old connection is a radio that went away.
            before.close();
        }
        session.listen();
        if (endpoint.protocolVersion() >= MQTT_5) {
            MqttProperties answer = new MqttProperties();
            answer.add(new MqttProperties.UserProperty("server", "anxin"));
            answer.add(new MqttProperties.IntegerProperty(MqttProperties.RECEIVE_MAXIMUM, Session.IN_FLIGHT));
            endpoint.accept(false, answer);
        } else {
            endpoint.accept(false);
        }
    }

    private void refuse(MqttEndpoint endpoint, String reason) {
        String address = endpoint.remoteAddress().hostAddress();
        String name = printable(endpoint.clientIdentifier());
        if (refusals.waiting() > MOST_REFUSALS_WAITING) {
            LOG.warn("a crowd of unknown credentials from {}: not every one is noted", address);
        } else {
            note(address, name, reason);
        }
        endpoint.reject(endpoint.protocolVersion() >= MQTT_5
                ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD
                : MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
    }

    private void note(String address, String name, String reason) {
        refusals.run(() -> {
            notices.refused(address, reason + ": " + name);
            return true;
        }).onFailure(fault -> LOG.warn("a refused credential could not be noted: {}",
                StoreException.unreachable(fault) ? "database out of reach" : fault.toString()));
    }

    private static String printable(@Nullable String clientId) {
        String text = clientId == null ? "" : clientId.replaceAll("[^A-Za-z0-9._:-]", "?");
        return text.substring(0, Math.min(64, text.length()));
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
