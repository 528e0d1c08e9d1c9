package anxin.simulators.web;

import anxin.simulators.town.Login;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;

/** One server and the one HTTP client that all simulated people share. */
public final class Web implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3)).executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /** Takes scheme, host and port, for example http://127.0.0.1:8080. */
    public Web(URI server) {
        base = URI.create(server.toString().replaceAll("/+$", "") + "/api/v1");
    }

    /** Somebody's way in; signs in when it is first needed. */
    public Session session(Login login) {
        return session(login, RetryHabit.NEVER);
    }

    /** The way in of somebody who sends some acts twice. */
    public Session session(Login login, RetryHabit habit) {
        return new Session(this, login, habit);
    }

    /** Whether our server takes alarms and has its database. */
    public boolean isReady() {
        try {
            Answer health = health();
            return health.status() == 200 && isOurs(health);
        } catch (WebFault e) {
            return false;
        }
    }

    /** Throws a {@link WebFault} when somebody else listens there; no password may be shown to a stranger. */
    public void checkServer() {
        if (!isOurs(health())) {
            throw new WebFault("the web server at " + base + " is not Anxin: /health does not say "
                    + "\"server\":\"anxin\"; nothing was sent. Check the --web address");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER_WITHIN);
    }

    Answer ask(HttpRequest request) {
        HttpResponse<String> response = send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), json(response.body()));
    }

    /** The body stays open; its reader closes it. */
    HttpResponse<InputStream> open(HttpRequest request) {
        return send(request, BodyHandlers.ofInputStream());
    }

    private Answer health() {
        return ask(request("/health").GET().build());
    }

    private static boolean isOurs(Answer health) {
        return health.body().path("server").asText().equals("anxin");
    }

    private <B> HttpResponse<B> send(HttpRequest request, HttpResponse.BodyHandler<B> body) {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            throw new WebFault(request.method() + " " + request.uri().getPath() + " found no server: " + e,
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WebFault("interrupted", e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
