package anxin.simulators.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anxin.simulators.standin.StandIn;
import anxin.simulators.town.Login;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveStreamTest {

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void after_a_restart_of_the_server_the_stream_goes_on_from_the_last_position() throws IOException {
        AtomicInteger nudges = new AtomicInteger();
        StandIn first = new StandIn(0, 0);
        int port = first.web().address().getPort();
        try (Web web = new Web(first.web().address());
                LiveStream stream = LiveStream.listen(web.session(new Login("seat3", "p")),
                        nudges::incrementAndGet,
                        timer)) {
            assertThat(stream.awaitOpen(Duration.ofSeconds(5))).isTrue();
            first.web().change();
            await().atMost(Duration.ofSeconds(5)).until(() -> nudges.get() == 2);
            first.close();
            try (StandIn second = new StandIn(port, 0)) {
                await().atMost(Duration.ofSeconds(8)).until(() -> second.web().resumedFrom().contains("1"));

                await().atMost(Duration.ofSeconds(5)).until(() -> nudges.get() == 3);
            }
        }
    }
}
