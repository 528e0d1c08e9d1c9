package anxin.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {

    @TempDir
    Path folder;

    @Test
    void a_taken_port_is_fatal_and_named() throws Exception {
        String database = TestServer.freshDatabase();
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (String which : List.of("web.port", "mqtt.port")) {
                Map<String, String> flags = new HashMap<>(
                        Map.of("web.port", "0", "mqtt.port", "0", "data.dir",
                                folder.toString(), "database.url", database));
                flags.put(which, Integer.toString(stranger.getLocalPort()));
                Settings settings = Settings.read(Optional.empty(), Map.of(), flags);

                assertThatThrownBy(() -> AnxinServer.start(settings, line -> {}))
                        .isInstanceOf(StartException.class)
                        .hasMessageContaining(Integer.toString(stranger.getLocalPort()));
            }
        }
    }

    @Test
    void an_empty_database_gets_one_administrator_whose_password_is_told_once() throws Exception {
        Settings settings = TestServer.settings(folder, TestServer.freshDatabase());
        try (AnxinServer server = AnxinServer.start(settings, line -> {})) {
            Optional<String> first = FirstStart.prepare(server, settings);
            Optional<String> again = FirstStart.prepare(server, settings);

            assertThat(first).isPresent();
            assertThat(again).isEmpty();
            ApiClient admin = ApiClient.signIn(server.webPort(), "admin", first.orElseThrow());
            assertThat(admin.get("/session").body().path("account").path("mustChangePassword").asBoolean())
                    .isTrue();
        }
    }
}
