package anxin.simulators.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** The times of one stretch of the way, from the moment the press was meant to happen. */
final class Latencies {

    private static final long LONGEST_MICROS = Duration.ofMinutes(10).toNanos() / 1_000;

    private final String name;
    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);

    Latencies(String name) {
        this.name = name;
    }

    synchronized void add(Duration time) {
        micros.recordValue(Math.clamp(time.toNanos() / 1_000, 0, LONGEST_MICROS));
    }

    synchronized String line() {
        return micros.getTotalCount() == 0
                ? String.format(Locale.ROOT, "%-12s none", name)
                : String.format(Locale.ROOT, "%-12s p50 %8.1f  p90 %8.1f  p99 %8.1f  max %8.1f ms   (%d)",
                        name,
                        at(50), at(90), at(99), at(100), micros.getTotalCount());
    }

    synchronized ObjectNode json() {
        ObjectNode summary = JsonNodeFactory.instance.objectNode().put("count", micros.getTotalCount());
        return micros.getTotalCount() == 0
                ? summary
                : summary.put("p50_ms", at(50)).put("p90_ms", at(90)).put("p99_ms", at(99)).put("max_ms",
                        at(100));
    }

    private double at(double percent) {
        return micros.getValueAtPercentile(percent) / 1_000.0;
    }
}
