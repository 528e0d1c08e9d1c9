package anxin.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLifeTest {

    @TempDir
    Path temp;

    @BeforeEach
    void copyDiary() throws Exception {
        Diary.copyTo(temp);
    }

    @Test
    void the_first_start_makes_a_durable_database_on_the_loopback_address() throws Exception {
        var told = new CopyOnWriteArrayList<String>();
        var settings = Diary.settings(temp.resolve("data")).withProgress(told::add);

        try (var server = PostgresServer.start(settings)) {
            var diary = new Diary(server.access());

            assertThat(diary.ask("SHOW fsync")).containsExactly("on");
            assertThat(diary.ask("SHOW synchronous_commit")).containsExactly("on");
            assertThat(diary.ask("SHOW full_page_writes")).containsExactly("on");
            assertThat(diary.ask("SHOW data_checksums")).containsExactly("on");
            assertThat(diary.ask("SHOW server_encoding")).containsExactly("UTF8");
            assertThat(diary.ask("SHOW log_timezone")).containsExactly("UTC");
            assertThat(diary.ask("SHOW listen_addresses")).containsExactly("127.0.0.1");
            assertThat(diary.ask("SHOW unix_socket_directories")).containsExactly("");
            assertThat(
                    diary.ask(
                            "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'diary'"))
                    .containsExactly("bC.UTF-8");
            assertThat(diary.ask("SELECT current_database()")).containsExactly("diary");
            assertThat(server.port()).isBetween(1024, 32767);
            assertThat(told).anyMatch(line -> line.startsWith("initialising"));
            assertThat(told.getLast()).isEqualTo("ready on 127.0.0.1:" + server.port());
        }
    }

    @Test
    void rows_are_still_there_after_close_and_open_and_nothing_had_to_be_recovered() throws Exception {
        var told = new CopyOnWriteArrayList<String>();
        var settings = Diary.settings(temp);
        String password;
        try (var server = PostgresServer.start(settings)) {
            var diary = new Diary(server.access());
            diary.open();
            diary.write("安心");
            password = server.password();
        }

        try (var server = PostgresServer.start(settings.withProgress(told::add))) {
            assertThat(new Diary(server.access()).lines()).containsExactly("安心");
            assertThat(server.password()).isEqualTo(password);
            assertThat(told).containsExactly("ready on 127.0.0.1:" + server.port());
        }
    }

    @Test
    void nobody_enters_with_a_wrong_password_and_only_the_owner_can_read_the_right_one() throws Exception {
        try (var server = PostgresServer.start(Diary.settings(temp))) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guess"))
                    .withMessageContaining("password authentication failed");
        }
        assertThat(Files.getPosixFilePermissions(temp.resolve("access.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_second_command_finds_the_running_server_and_none_after_its_end() throws Exception {
        assertThat(PostgresServer.attach(temp.resolve("nothing here"))).isEmpty();

        try (var server = PostgresServer.start(Diary.settings(temp))) {
            var found = PostgresServer.attach(temp).orElseThrow();

            assertThat(found).isEqualTo(server.access());
            assertThat(new Diary(found).ask("SELECT 1")).containsExactly("1");
        }
        assertThat(PostgresServer.attach(temp)).isEmpty();
    }

    @Test
    void a_second_opener_is_refused_whether_in_this_program_or_in_another() throws Exception {
        try (var server = PostgresServer.start(Diary.settings(temp))) {
            assertRefused(temp);
            assertThat(new Diary(server.access()).ask("SELECT 1")).containsExactly("1");
        }

        var other = KeepsDiary.on(temp);
        try {
            assertRefused(temp);
        } finally {
            other.destroyForcibly().waitFor();
            // The folder can be cleaned away only when nobody writes into it any more.
            await().until(() -> Diary.serving(temp) == 0);
        }
    }

    @Test
    void data_of_another_major_version_are_refused_and_left_alone() throws Exception {
        var old = temp.resolve("old");
        Files.createDirectories(old.resolve("cluster"));
        Files.writeString(old.resolve("cluster/PG_VERSION"), "15\n");

        assertThatThrownBy(() -> PostgresServer.start(Diary.settings(old)))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("written by PostgreSQL 15")
                .hasMessageContaining("carries PostgreSQL 18")
                .hasMessageContaining("import");
        assertThat(old).isDirectoryNotContaining(path -> !path.endsWith("cluster"));
    }

    @Test
    void a_fixed_port_is_kept_and_a_taken_one_is_named() throws Exception {
        int port = new Ports().free();
        try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> PostgresServer.start(Diary.settings(temp).withPort(port)))
                    .isInstanceOf(PostgresException.class).hasMessageContaining("port " + port)
                    .hasMessageContaining("taken by another program");
        }

        try (var server = PostgresServer.start(Diary.settings(temp).withPort(port)
                .withServerSettings(Map.of("work_mem", "7MB")))) {
            assertThat(server.port()).isEqualTo(port);
            assertThat(new Diary(server.access()).ask("SHOW work_mem")).isEqualTo(List.of("7MB"));
        }
    }

    @Test
    void a_setting_that_postgresql_does_not_know_is_reported_in_its_words() {
        var settings = Diary.settings(temp).withServerSettings(Map.of("work_memory", "7MB"));

        assertThatThrownBy(() -> PostgresServer.start(settings)).isInstanceOf(PostgresException.class)
                .hasMessageContaining("unrecognized configuration parameter \"work_memory\"");
    }

    private static void assertRefused(Path folder) {
        assertThatThrownBy(() -> PostgresServer.start(Diary.settings(folder)))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("in use by process");
    }
}
