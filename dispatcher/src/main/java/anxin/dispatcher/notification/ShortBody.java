package anxin.dispatcher.notification;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Reads the beginning of an answer and hangs up on the rest: nobody can fill our memory with an answer. */
final class ShortBody implements HttpResponse.BodySubscriber<String> {

    private static final int MOST = 4_096;

    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CompletableFuture<Subscription> source = new CompletableFuture<>();
    private final CompletableFuture<String> body = new CompletableFuture<>();

    @Override
    public CompletionStage<String> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        source.complete(subscription);
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            byte[] bytes = new byte[Math.min(part.remaining(), MOST - read.size())];
            part.get(bytes);
            read.writeBytes(bytes);
        }
        if (read.size() >= MOST) {
            source.join().cancel();
            onComplete();
        } else {
            source.join().request(1);
        }
    }

    @Override
    public void onError(Throwable fault) {
        body.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
        body.complete(read.toString(StandardCharsets.UTF_8));
    }
}
