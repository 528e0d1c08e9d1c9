package anxin.main;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A signed-in client of the API, as a program would write one. */
final class ApiClient {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .build();
    private static final JsonMapper JSON = new JsonMapper();

    /** What came back. */
    record Answer(int status, JsonNode body) {

        String problem() {
            return body.path("type").asText().replace("urn:anxin:problem:", "");
        }
    }

    private final int port;
    private final Optional<String> token;

    ApiClient(int port, Optional<String> token) {
        this.port = port;
        this.token = token;
    }

    static ApiClient signIn(int port, String login, String password) throws Exception {
        return new ApiClient(port, Optional.of(token(port, login, password)));
    }

    /** The secret of a new session. */
    static String token(int port, String login, String password) throws Exception {
        Answer answer = new ApiClient(port, Optional.empty()).send("POST", "/login",
                Map.of("login", login, "password", password, "client", "api"), Map.of());
        if (answer.status() != 200) {
            throw new IllegalStateException("sign-in of " + login + " answered " + answer);
        }
        return answer.body().path("token").asText();
    }

    String accessToken() {
        return token.orElseThrow();
    }

    Answer get(String path) throws Exception {
        return send("GET", path, null, Map.of());
    }

    Answer post(String path) throws Exception {
        return send("POST", path, null, key(UUID.randomUUID().toString()));
    }

    Answer post(String path, Object body) throws Exception {
        return send("POST", path, body, key(UUID.randomUUID().toString()));
    }

    Answer postWithKey(String path, Object body, String key) throws Exception {
        return send("POST", path, body, key(key));
    }

    Answer send(String method, String path, @Nullable Object body, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = request(path).method(method,
                body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(
                                body instanceof String text ? text : JSON.writeValueAsString(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(),
                response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body()));
    }

    /** Opens the live stream and gives each line to the listener until it is closed. */
    AutoCloseable stream(Optional<String> lastEventId, Consumer<String> onLine) {
        HttpRequest.Builder request = request("/stream");
        lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var running = client.sendAsync(request.build(), BodyHandlers.ofLines())
                .thenAccept(response -> response.body().forEach(onLine));
        return () -> {
            client.shutdownNow();
            running.cancel(true);
        };
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .timeout(Duration.ofSeconds(30));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request;
    }

    private static Map<String, String> key(String key) {
        return Map.of("Idempotency-Key", key);
    }
}
