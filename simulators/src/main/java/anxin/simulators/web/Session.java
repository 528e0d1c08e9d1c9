package anxin.simulators.web;

import anxin.simulators.town.Login;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One signed-in person. Signs in again when the server no longer knows the token. */
public final class Session {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int UNAUTHORIZED = 401;
    private static final int TRIES = 3;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final Web web;
    private final Login login;
    private final RetryHabit habit;
    private @Nullable SignedIn signedIn;

    Session(Web web, Login login, RetryHabit habit) {
        this.web = web;
        this.login = login;
        this.habit = habit;
    }

    private record SignedIn(String account, String token) {}

    /** A JSON object to fill for a request. */
    public static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The id of the signed-in person. */
    public String account() {
        return signIn().account();
    }

    public Answer get(String path) {
        return ask(() -> web.request(path).GET());
    }

    /** One act with a key of its own: it may be asked again after a broken line without a second effect. */
    public Answer act(String path, ObjectNode body) {
        return act(path, () -> web.request(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** An act that needs nothing said. */
    public Answer act(String path) {
        return act(path, () -> web.request(path).POST(BodyPublishers.noBody()));
    }

    private Answer act(String path, RequestInTheMaking request) {
        String key = UUID.randomUUID().toString();
        Answer answer = once(request, key);
        if (answer.isFinal() && habit.isDueNow()) {
            repeat(path, request, key, answer);
        }
        return answer;
    }

    private void repeat(String path, RequestInTheMaking request, String key, Answer first) {
        try {
            Answer again = once(request, key);
            if (again.isFinal()) {
                habit.compare(path, first, again);
            }
        } catch (WebFault e) {
            LOG.debug("the repetition was lost, the first answer stands: {}", e.toString());
        }
    }

    private Answer once(RequestInTheMaking request, String key) {
        for (int tries = 1;; tries++) {
            try {
                return ask(() -> request.make().header("Idempotency-Key", key));
            } catch (WebFault e) {
                if (tries == TRIES || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** @param after the last position heard, empty for a fresh start */
    HttpResponse<InputStream> openStream(String after) {
        HttpRequest.Builder request = web.request("/stream").header("Accept", "text/event-stream").GET();
        if (!after.isEmpty()) {
            request.header("Last-Event-ID", after);
        }
        HttpResponse<InputStream> response = web.open(authorized(request));
        if (response.statusCode() == UNAUTHORIZED) {
            forget();
        }
        return response;
    }

    private Answer ask(RequestInTheMaking request) {
        Answer first = web.ask(authorized(request.make()));
        if (first.status() != UNAUTHORIZED) {
            return first;
        }
        forget();
        return web.ask(authorized(request.make()));
    }

    private HttpRequest authorized(HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + signIn().token()).build();
    }

    private synchronized SignedIn signIn() {
        SignedIn known = signedIn;
        if (known != null) {
            return known;
        }
        web.checkServer();
        ObjectNode words = body().put("login", login.login()).put("password", login.password()).put("client",
                "api");
        Answer answer = web.ask(web.request("/login").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(words.toString())).build());
        if (!answer.isDone()) {
            throw new WebFault("the server does not let " + login.login() + " in: " + answer.brief());
        }
        SignedIn fresh = new SignedIn(answer.body().path("account").path("id").asText(),
                answer.body().path("token").asText());
        signedIn = fresh;
        return fresh;
    }

    private synchronized void forget() {
        signedIn = null;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface RequestInTheMaking {
        HttpRequest.Builder make();
    }
}
