package anxin.dispatcher.notification;

import anxin.dispatcher.store.Protected;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** A provider on this machine: a real HTTP server that keeps what it gets and answers as it is told. */
public final class TestProvider implements AutoCloseable {

    static final Protected SECRET = new Protected("zhang-jiakou-42");

    /** What came in. */
    public record Heard(Map<String, String> headers, String body) {

        public String key() {
            return String.valueOf(headers.get("idempotency-key"));
        }
    }

    /** What goes back. */
    public record Says(int status, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Queue<Says> next = new ConcurrentLinkedQueue<>();
    private final Semaphore silence = new Semaphore(0);
    private volatile Says otherwise = new Says(200, "");
    private volatile boolean silent;

    public TestProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public Provider provider(Template template) {
        return new Provider(uri("/send"), SECRET, template);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public List<Heard> heard() {
        return heard;
    }

    /** Answers in this order, then as {@link #otherwise}. */
    public void answers(Says... answers) {
        next.addAll(List.of(answers));
    }

    public void otherwise(int status, String body) {
        otherwise = new Says(status, body);
    }

    /** Takes everything and says nothing. */
    public void fallsSilent() {
        silent = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(new Heard(exchange.getRequestHeaders().entrySet().stream().collect(
                Collectors.toMap(entry -> entry.getKey().toLowerCase(java.util.Locale.ROOT),
                        entry -> entry.getValue().getFirst())),
                body));
        if (silent) {
            silence.acquireUninterruptibly();
        }
        Says says = next.isEmpty() ? otherwise : next.remove();
        byte[] bytes = says.body().getBytes(StandardCharsets.UTF_8);
        if (says.status() / 100 == 3) {
            exchange.getResponseHeaders().add("Location", uri("/elsewhere").toString());
        }
        exchange.sendResponseHeaders(says.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        silence.release(1_000);
        server.stop(0);
        threads.shutdownNow();
    }
}
