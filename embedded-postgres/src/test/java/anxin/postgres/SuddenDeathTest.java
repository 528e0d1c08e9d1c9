package anxin.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuddenDeathTest {

    private static final Duration SOON = Duration.ofSeconds(8);

    @TempDir
    Path temp;

    @BeforeEach
    void copyDiary() throws Exception {
        Diary.copyTo(temp);
    }

    @Test
    void a_killed_server_comes_back_by_itself_on_the_same_port_with_every_committed_row() throws Exception {
        var told = new CopyOnWriteArrayList<String>();
        try (var server = PostgresServer.start(Diary.settings(temp).withProgress(told::add))) {
            var diary = new Diary(server.access());
            diary.open();
            for (int death = 1; death <= 2; death++) {
                diary.write("before death " + death);
                long victim = Diary.serving(temp);
                Signal.KILL.sendTo(List.of(victim));
                await().atMost(SOON).ignoreExceptions()
                        .until(() -> Diary.serving(temp) != victim && !diary.lines().isEmpty());
            }

            assertThat(diary.lines()).containsExactly("before death 1", "before death 2");
            assertThat(told).anyMatch(line -> line.startsWith("the database server ended unexpectedly"))
                    .anyMatch(line -> line.startsWith("recovering"))
                    .filteredOn(line -> line.equals("ready on 127.0.0.1:" + server.port())).hasSize(3);
        }
        assertThat(PostgresServer.attach(temp)).isEmpty();
    }

    @Test
    void closing_wins_over_coming_back() throws Exception {
        var told = new CopyOnWriteArrayList<String>();
        var server = PostgresServer.start(Diary.settings(temp).withProgress(told::add));
        Signal.KILL.sendTo(List.of(Diary.serving(temp)));
        await().atMost(SOON).until(() -> told.getLast().startsWith("starting the database server again"));

        server.close();
        server.close();

        var toldAtClose = List.copyOf(told);
        await().during(Duration.ofMillis(400)).atMost(SOON).until(() -> Diary.serving(temp) == 0);
        assertThat(told).isEqualTo(toldAtClose);
    }

    @Test
    void when_this_program_is_killed_the_server_ends_with_it_and_committed_rows_stay() throws Exception {
        var program = KeepsDiary.on(temp);
        long server = Diary.serving(temp);

        program.destroyForcibly().waitFor();

        await().atMost(SOON).until(() -> isGone(server));
        assertRowSurvived(new ArrayList<>());
    }

    @Test
    void when_program_and_server_are_killed_together_the_next_start_recovers() throws Exception {
        var told = new CopyOnWriteArrayList<String>();
        var program = KeepsDiary.on(temp);

        Signal.KILL.sendTo(List.of(Diary.serving(temp), program.pid()));
        program.waitFor();

        assertRowSurvived(told);
        assertThat(told).anyMatch(line -> line.startsWith("recovering"));
    }

    @Test
    void a_server_left_behind_by_a_killed_program_is_stopped_before_the_next_start() throws Exception {
        KeepsDiary.on(temp).destroyForcibly().waitFor();
        await().atMost(SOON).until(() -> PostgresServer.attach(temp).isEmpty());
        long orphan = startOrphan();
        var told = new CopyOnWriteArrayList<String>();

        assertRowSurvived(told);

        assertThat(isGone(orphan)).isTrue();
        assertThat(told.getFirst()).startsWith("stopping the database server (process " + orphan + ")");
    }

    @Test
    void a_process_number_that_now_belongs_to_a_stranger_or_a_zombie_does_not_block_the_start()
            throws Exception {
        PostgresServer.start(Diary.settings(temp)).close();
        var file = PostmasterFile.in(temp.toRealPath().resolve("cluster"));
        // The shell becomes sleep, which never collects its child.
        var parent = new ProcessBuilder("/bin/sh", "-c", "sleep 0.1 & echo $!; exec sleep 60")
                .directory(temp.resolve("cluster").toFile()).start();
        try {
            long zombie = Long.parseLong(parent.inputReader().readLine());
            await().atMost(SOON)
                    .until(() -> LinuxProcess.find(zombie).filter(process -> !process.isAlive()).isPresent());
            for (long misleading : List.of(ProcessHandle.current().pid(), parent.pid(), zombie)) {
                Files.writeString(file, misleading + "\n");
                try (var server = PostgresServer.start(Diary.settings(temp))) {
                    assertThat(new Diary(server.access()).ask("SELECT 1")).containsExactly("1");
                }
            }
            assertThat(parent.isAlive()).as("a stranger that merely stands in the folder").isTrue();
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }

    @Test
    void the_server_outlives_the_thread_that_asked_for_it() throws Exception {
        var start = new FutureTask<>(() -> PostgresServer.start(Diary.settings(temp)));
        var shortLived = Thread.ofPlatform().start(start);
        try (var server = start.get()) {
            shortLived.join();
            long process = Diary.serving(temp);

            await().during(Duration.ofMillis(300)).atMost(SOON).until(() -> Diary.serving(temp) == process);
            assertThat(new Diary(server.access()).ask("SELECT 1")).containsExactly("1");
        }
    }

    private void assertRowSurvived(List<String> told) throws Exception {
        try (var server = PostgresServer.start(Diary.settings(temp).withProgress(told::add))) {
            assertThat(new Diary(server.access()).lines()).containsExactly("written before the kill");
        }
    }

    /** Like a server whose "your parent died" signal got lost. */
    private long startOrphan() throws Exception {
        var folder = new DataFolder(temp.toRealPath());
        var binaries = Binaries.onTheClassPath().unpackedIn(Diary.BINARIES.toAbsolutePath(), message -> {});
        var prefix = new ArrayList<>(RunAs.choose(folder.root(), binaries.resolve("bin/postgres")).prefix());
        prefix.remove("--pdeathsig=INT");
        var command = String.join(" ", prefix) + " " + binaries.resolve("bin/postgres") + " -D "
                + folder.cluster()
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c port=" + new Ports().free();
        new ProcessBuilder("/bin/sh", "-c", command + " </dev/null >/dev/null 2>&1 &").start().waitFor();
        await().atMost(SOON).until(() -> PostgresServer.attach(temp).isPresent());
        return Diary.serving(temp);
    }

    private static boolean isGone(long process) {
        return LinuxProcess.find(process).filter(LinuxProcess::isAlive).isEmpty();
    }
}
