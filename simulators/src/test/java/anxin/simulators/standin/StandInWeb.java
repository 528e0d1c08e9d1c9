package anxin.simulators.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The HTTP side: every POST is kept as "login path body", once for each key; answers come from a {@link Desk}. */
public final class StandInWeb implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Desk desk;
    private final AtomicLong position = new AtomicLong();
    private final Map<String, Reply> remembered = new ConcurrentHashMap<>();
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();
    private volatile boolean forgetful;
    private final List<String> posts = new CopyOnWriteArrayList<>();
    private final List<String> resumedFrom = new CopyOnWriteArrayList<>();

    /** What stands behind the pages. */
    public interface Desk {
        Reply get(String login, String path);

        Reply post(String login, String path, JsonNode body);
    }

    /** Status and body of one answer. */
    public record Reply(int status, ObjectNode body) {

        public static Reply ok(ObjectNode body) {
            return new Reply(200, body);
        }

        /** A refusal by its word. */
        public static Reply refused(int status, String word) {
            return new Reply(status, object().put("type", "urn:anxin:problem:" + word).put("title", word)
                    .put("status", status));
        }
    }

    public StandInWeb(int port, Desk desk) throws IOException {
        this.desk = desk;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<String> posts() {
        return posts;
    }

    /** How many POSTs came with a key that had been answered. */
    public int repeats() {
        return repeats.get();
    }

    /** So many POSTs about visits and orders end in a fault and do nothing. */
    public void failNext(int posts) {
        faults.set(posts);
    }

    /** From now on a repeated POST is done again. */
    public void forgetKeys() {
        forgetful = true;
    }

    /** The Last-Event-ID of every stream that was opened again. */
    public List<String> resumedFrom() {
        return resumedFrom;
    }

    /** Nudges every open stream. */
    public void change() {
        synchronized (position) {
            position.incrementAndGet();
            position.notifyAll();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v1".length());
        String login = login(exchange);
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        switch (path) {
            case "/health" -> answer(exchange, Reply
                    .ok(object().put("server", "anxin").put("ready", true).put("database", "up")));
            case "/login" -> answer(exchange, signIn(body.path("login").asText()));
            case "/stream" -> stream(exchange);
            default -> page(exchange, path, login, body);
        }
    }

    private void page(HttpExchange exchange, String path, @Nullable String login, JsonNode body)
            throws IOException {
        if (login == null) {
            answer(exchange, Reply.refused(401, "not-signed-in"));
        } else if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, desk.get(login, path));
        } else {
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            answer(exchange, key == null
                    ? Reply.refused(400, "no-idempotency-key")
                    : once(login + key, login, path, body));
        }
    }

    private Reply once(String key, String login, String path, JsonNode body) {
        boolean everyday = path.contains("/visits/") || path.contains("/orders");
        if (everyday && faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return Reply.refused(500, "fault");
        }
        Reply first = remembered.get(key);
        if (first != null) {
            repeats.incrementAndGet();
        }
        if (first == null || forgetful) {
            posts.add((login + " " + path + " " + body).strip());
            Reply reply = desk.post(login, path, body);
            remembered.put(key, reply);
            return reply;
        }
        return first;
    }

    private void stream(HttpExchange exchange) throws IOException {
        String resumed = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        if (resumed != null) {
            resumedFrom.add(resumed);
        }
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        long known = position.get();
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            write(out, "event: hello\nid: " + known + "\ndata: {}\n\n");
            while (true) {
                synchronized (position) {
                    if (position.get() == known) {
                        position.wait(1_000);
                    }
                }
                String event = position.get() == known
                        ? "event: heartbeat\ndata: {}\n\n"
                        : "event: change\nid: " + position.get()
                                + "\ndata: {\"kind\":\"incident\",\"id\":\"x\"}\n\n";
                known = position.get();
                write(out, event);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(OutputStream out, String event) throws IOException {
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static Reply signIn(String login) {
        ObjectNode session = object().put("csrf", "c").put("token", "token-" + login);
        session.putObject("account").put("id", "id-" + login).put("login", login);
        return Reply.ok(session);
    }

    private static @Nullable String login(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return header == null || !header.startsWith("Bearer token-")
                ? null
                : header.substring("Bearer token-".length());
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = JSON.writeValueAsBytes(reply.body());
        exchange.sendResponseHeaders(reply.status(), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
