package anxin.main;

import anxin.dispatcher.TestDatabase;
import anxin.dispatcher.message.Message;
import anxin.dispatcher.message.Receipt;
import anxin.dispatcher.store.Database;
import anxin.main.demo.DemoTown;
import anxin.main.demo.TownFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A whole server on free ports and a fresh database, with the demo town and without simulators. */
final class TestServer implements AutoCloseable {

    private final AnxinServer server;
    private final TownFile town;
    private final String databaseUrl;

    private TestServer(AnxinServer server, TownFile town, String databaseUrl) {
        this.server = server;
        this.town = town;
        this.databaseUrl = databaseUrl;
    }

    static TestServer start(Path folder) {
        return startAround(folder, freshDatabase(), UnaryOperator.identity());
    }

    static TestServer startAround(Path folder, String databaseUrl,
            UnaryOperator<Function<Message, Receipt>> aroundIntake) {
        AnxinServer server = AnxinServer.startAround(settings(folder, databaseUrl), line -> {}, aroundIntake);
        TownFile town = DemoTown.in(server.dispatcher(), server.accounts(), folder.resolve("town.json"),
                new Random(1),
                line -> {});
        return new TestServer(server, town, databaseUrl);
    }

    static Settings settings(Path folder, String databaseUrl) {
        return Settings.read(Optional.empty(), Map.of(), Map.of("web.port", "0", "mqtt.port", "0", "data.dir",
                folder.toString(), "database.url", databaseUrl));
    }

    /** The URL of a new database on the embedded test server, as a setting. */
    static String freshDatabase() {
        Database.Address address = TestDatabase.fresh();
        return address.url().replaceFirst("^jdbc:postgresql://",
                "postgresql://" + address.user() + ":" + address.password().reveal() + "@");
    }

    AnxinServer server() {
        return server;
    }

    TownFile town() {
        return town;
    }

    String databaseUrl() {
        return databaseUrl;
    }

    ApiClient operator(String login) throws Exception {
        return signIn(login,
                town.operators().stream().filter(account -> account.login().equals(login)).findFirst()
                        .orElseThrow().password());
    }

    ApiClient other(String login) throws Exception {
        return signIn(login,
                town.others().stream().filter(account -> account.login().equals(login)).findFirst()
                        .orElseThrow().password());
    }

    ApiClient caregiver(String login) throws Exception {
        return signIn(login,
                town.caregivers().stream().filter(account -> account.login().equals(login)).findFirst()
                        .orElseThrow().password());
    }

    ApiClient anonymous() {
        return new ApiClient(server.webPort(), Optional.empty());
    }

    /** The status of a request whose address no well-behaved client would send. */
    int rawGet(String target, ApiClient as) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.webPort())) {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + as.accessToken() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    TownFile.TownDevice wristband() {
        return town.devices().stream().filter(device -> device.kind().equals("wristband")).findFirst()
                .orElseThrow();
    }

    TownFile.TownDevice zigbeeButton() {
        return town.devices().stream().filter(device -> device.family().equals("zigbee2mqtt")).findFirst()
                .orElseThrow();
    }

    private ApiClient signIn(String login, String password) throws Exception {
        return ApiClient.signIn(server.webPort(), login, password);
    }

    @Override
    public void close() {
        server.close();
    }
}
