package anxin.simulators.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** On what a figure was measured; a figure without it means nothing. */
final class Machine {

    private Machine() {}

    static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put("cpu", cpu())
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .put("java", Runtime.version().toString())
                .put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    static String line() {
        ObjectNode machine = json();
        return machine.path("cpu").asText() + ", " + machine.path("cores").asInt() + " cores, "
                + machine.path("system").asText() + ", Java " + machine.path("java").asText() + ", load "
                + machine.path("load").asText();
    }

    private static String cpu() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
