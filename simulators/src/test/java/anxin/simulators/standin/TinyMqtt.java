package anxin.simulators.standin;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Just enough of an MQTT 5 server: QoS 0 and 1, no sessions, no checks. */
public final class TinyMqtt implements AutoCloseable {

    private final ServerSocket door;
    private final String name;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger packets = new AtomicInteger();
    private volatile Receiver receiver = message -> Answer.PUBACK;

    /** What it says it is goes into the CONNACK, as Anxin's does. */
    public TinyMqtt(int port, String name) throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.name = name;
        Thread.ofVirtual().start(this::welcome);
    }

    /** One PUBLISH as it arrived. */
    public record Heard(String client, String topic, String payload) {}

    /** Whether the sender is confirmed. */
    public enum Answer {
        PUBACK,
        SILENCE
    }

    /** Decides what happens to a message. */
    public interface Receiver {
        Answer take(Heard message);
    }

    public URI address() {
        return URI.create("tcp://127.0.0.1:" + door.getLocalPort());
    }

    public void onMessage(Receiver other) {
        receiver = other;
    }

    public List<Heard> heard() {
        return heard;
    }

    /** All messages on topics that contain this word. */
    public List<Heard> heardOn(String word) {
        return heard.stream().filter(one -> one.topic().contains(word)).toList();
    }

    public void send(String client, String topic, String payload) {
        Line line = lines.get(client);
        if (line != null) {
            line.publish(topic, payload, packets.updateAndGet(id -> id % 65_000 + 1));
        }
    }

    /** Cuts every line, as a killed server does. */
    public void cutAll() {
        lines.values().forEach(Line::cut);
    }

    @Override
    public void close() throws IOException {
        door.close();
        cutAll();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Line line = new Line(door.accept());
                Thread.ofVirtual().start(line::serve);
            } catch (IOException e) {
                return;
            }
        }
    }

    private final class Line {
        private final Socket socket;
        private final DataInputStream in;
        private final DataOutputStream out;
        private String client = "";

        private Line(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            in = new DataInputStream(socket.getInputStream());
            out = new DataOutputStream(socket.getOutputStream());
        }

        private void serve() {
            try {
                while (true) {
                    int head = in.readUnsignedByte();
                    ByteBuffer body = ByteBuffer.wrap(in.readNBytes(varInt()));
                    handle(head, body);
                }
            } catch (IOException e) {
                cut();
            }
        }

        private void handle(int head, ByteBuffer body) throws IOException {
            switch (head >> 4) {
                case 1 -> connect(body);
                case 3 -> publish(head, body);
                case 8 -> subscribe(body);
                case 12 -> write(0xD0, new byte[0]);
                case 14 -> cut();
                default -> {
                    // PUBACKs of our own messages.
                }
            }
        }

        private void connect(ByteBuffer body) throws IOException {
            text(body);
            body.position(body.position() + 4);
            skipProperties(body);
            client = text(body);
            lines.put(client, this);
            ByteArrayOutputStream properties = new ByteArrayOutputStream();
            properties.write(0x26);
            properties.writeBytes(text("server"));
            properties.writeBytes(text(name));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            answer.write(0);
            answer.write(0);
            answer.write(properties.size());
            answer.writeBytes(properties.toByteArray());
            write(0x20, answer.toByteArray());
        }

        private void publish(int head, ByteBuffer body) throws IOException {
            String topic = text(body);
            int packet = (head & 0x06) == 0 ? 0 : body.getShort() & 0xFFFF;
            skipProperties(body);
            Heard message = new Heard(client, topic, StandardCharsets.UTF_8.decode(body).toString());
            heard.add(message);
            if (receiver.take(message) == Answer.PUBACK && packet > 0) {
                write(0x40, new byte[]{(byte) (packet >> 8), (byte) packet});
            }
        }

        private void subscribe(ByteBuffer body) throws IOException {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            answer.write(body.get());
            answer.write(body.get());
            answer.write(0);
            skipProperties(body);
            while (body.hasRemaining()) {
                text(body);
                body.get();
                answer.write(1);
            }
            write(0x90, answer.toByteArray());
        }

        private void publish(String topic, String payload, int packet) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(text(topic));
            body.write(packet >> 8);
            body.write(packet);
            body.write(0);
            body.writeBytes(payload.getBytes(StandardCharsets.UTF_8));
            try {
                write(0x32, body.toByteArray());
            } catch (IOException e) {
                cut();
            }
        }

        private synchronized void write(int head, byte[] body) throws IOException {
            ByteArrayOutputStream packet = new ByteArrayOutputStream();
            packet.write(head);
            int left = body.length;
            do {
                packet.write(left > 127 ? left % 128 | 0x80 : left);
                left /= 128;
            } while (left > 0);
            packet.writeBytes(body);
            out.write(packet.toByteArray());
            out.flush();
        }

        private void cut() {
            lines.remove(client, this);
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private int varInt() throws IOException {
            int value = 0;
            for (int shift = 0;; shift += 7) {
                int digit = in.readUnsignedByte();
                value |= (digit & 0x7F) << shift;
                if (digit < 0x80) {
                    return value;
                }
            }
        }

        // Properties here are always shorter than 128 bytes.
        private void skipProperties(ByteBuffer body) {
            int length = body.get();
            body.position(body.position() + length);
        }

        private static String text(ByteBuffer body) {
            byte[] text = new byte[body.getShort() & 0xFFFF];
            body.get(text);
            return new String(text, StandardCharsets.UTF_8);
        }

        private static byte[] text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(bytes.length + 2).putShort((short) bytes.length).put(bytes).array();
        }
    }
}
