package anxin.simulators.ledger;

import anxin.simulators.device.DeviceEvent;
import anxin.simulators.device.EventKey;
import anxin.simulators.device.EventWitness;
import anxin.simulators.ledger.LedgerEntry.Act;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/** An append-only file, one JSON line for each act, handed to the operating system before the act happens. */
public final class Ledger implements EventWitness, AutoCloseable {

    private final FileChannel file;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    private Ledger(FileChannel file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** A ledger belongs to one run: a file that is already there is refused. */
    public static Ledger open(Path path, Clock clock) {
        try {
            return new Ledger(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND), clock);
        } catch (FileAlreadyExistsException e) {
            throw new LedgerException(
                    "the ledger " + path + " is already there; a ledger belongs to one run, "
                            + "name another file");
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger " + path + " cannot be written", e);
        }
    }

    @Override
    public void sent(DeviceEvent event) {
        ObjectNode line = line(Act.SENT, event.key()).put("kind", event.kind());
        write(line.put("at", event.at().toString()));
    }

    @Override
    public void puback(EventKey key) {
        write(line(Act.PUBACK, key).put("at", clock.instant().toString()));
    }

    @Override
    public void evtAck(EventKey key, String incident) {
        write(line(Act.EVT_ACK, key).put("incident", incident).put("at", clock.instant().toString()));
    }

    @Override
    public synchronized void close() {
        try {
            file.force(true);
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be closed", e);
        }
    }

    private static ObjectNode line(Act act, EventKey key) {
        return JsonNodeFactory.instance.objectNode().put("e", act.word()).put("device", key.device())
                .put("boot", key.boot()).put("seq", key.seq());
    }

    private synchronized void write(ObjectNode line) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(json.writeValueAsString(line) + "\n");
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be written", e);
        }
    }
}
