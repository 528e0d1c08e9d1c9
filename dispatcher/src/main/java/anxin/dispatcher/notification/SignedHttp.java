package anxin.dispatcher.notification;

import anxin.dispatcher.store.Json;
import anxin.dispatcher.store.Word;
import com.fasterxml.jackson.core.type.TypeReference;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts each message to a provider, signed, with a key by which the provider knows a repetition. Follows no redirect. */
public final class SignedHttp implements Carrier, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Provider provider;
    private final InstantSource clock;
    private final Duration patience;
    private final HttpClient client;

    public SignedHttp(Provider provider, InstantSource clock) {
        this(provider, clock, PATIENCE);
    }

    SignedHttp(Provider provider, InstantSource clock, Duration patience) {
        this.provider = provider;
        this.clock = clock;
        this.patience = patience;
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(patience).build();
    }

    @Override
    public String name() {
        return provider.url().getHost();
    }

    @Override
    public Carried carry(Notification message) {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request(message),
                head -> new ShortBody());
        try {
            return judged(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException tooSlow) {
            return new Carried.Failed("no answer in time");
        } catch (ExecutionException fault) {
            // The class says enough; what the other side wrote might quote the message.
            Throwable cause = fault.getCause() == null ? fault : fault.getCause();
            return new Carried.Failed("not reached: " + cause.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Carried.Failed("interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void delivered(Notification message, Instant now) {
        // Nothing of our own to keep: the provider has it.
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest request(Notification message) {
        String body = provider.template().fill(message, Word.of(message.channel()));
        long timestamp = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(provider.url())
                .timeout(patience)
                .header("Content-Type", provider.template().contentType())
                .header("Idempotency-Key", message.key())
                .header("X-Anxin-Timestamp", Long.toString(timestamp))
                .header("X-Anxin-Signature", Signature.of(provider.secret(), timestamp, body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static Carried judged(HttpResponse<String> answer) {
        int status = answer.statusCode();
        String fault = "HTTP " + status;
        if (status / 100 == 2) {
            return saysDelivered(answer.body()) ? new Carried.Delivered() : new Carried.Sent();
        }
        boolean comeAgain = status == 408 || status == 429;
        return status / 100 == 4 && !comeAgain ? new Carried.Refused(fault) : new Carried.Failed(fault);
    }

    private static boolean saysDelivered(String body) {
        try {
            return "delivered".equals(Json.read(body, new TypeReference<Map<String, Object>>() {
            }).get("state"));
        } catch (IllegalArgumentException notJson) {
            return false;
        }
    }
}
