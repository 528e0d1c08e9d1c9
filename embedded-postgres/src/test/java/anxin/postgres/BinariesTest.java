package anxin.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {

    @TempDir
    Path temp;

    @Test
    void two_that_unpack_at_once_get_the_same_complete_folder() throws Exception {
        var binaries = Binaries.onTheClassPath();
        var told = new CopyOnWriteArrayList<String>();
        try (var workers = Executors.newFixedThreadPool(2)) {
            var first = workers.submit(() -> binaries.unpackedIn(temp, told::add));
            var second = workers.submit(() -> binaries.unpackedIn(temp, told::add));

            assertThat(first.get()).isEqualTo(second.get());
            assertThat(first.get().resolve("bin/postgres")).isExecutable();
            assertThat(Files.readSymbolicLink(first.get().resolve("lib/libpq.so.5")))
                    .hasToString("libpq.so.5.18");
        }
        assertThat(told).isNotEmpty().allMatch(line -> line.startsWith("unpacking PostgreSQL 18"));
        assertThat(temp).isDirectoryNotContaining("glob:**/.unpacking-*");
    }

    @Test
    void both_server_processors_have_an_archive() {
        assertThat(new Machine("Linux", "amd64").archive()).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(new Machine("Linux", "aarch64").archive()).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(Binaries.class.getResource("/" + new Machine("Linux", "amd64").archive())).isNotNull();
        assertThat(Binaries.class.getResource("/" + new Machine("Linux", "aarch64").archive())).isNotNull();
    }

    @Test
    void a_machine_without_binaries_is_named_and_told_what_to_do() {
        var strange = new Binaries("18.6.0", new Machine("Plan 9", "mips"));

        assertThatThrownBy(() -> strange.unpackedIn(temp, message -> {}))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("Plan 9 on mips").hasMessageContaining("server of your own");
    }
}
