package anxin.api.stream;

import anxin.dispatcher.feed.Change;
import anxin.dispatcher.feed.Position;
import anxin.dispatcher.store.Word;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One page on the stream. It writes on the page's own event loop; a page that does not read is cut and comes back. */
final class Listener implements Consumer<Change> {

    /**
     * What a page gets before the present.
     *
     * @param from  where the page stands
     * @param late  whether its place is too old to be filled
     */
    record Missed(Position from, List<Change> changes, boolean late) {}

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private final HttpServerResponse response;
    private final Context context;
    private final UUID organisation;
    private final String audience;
    private final List<Change> early = new ArrayList<>();
    private @Nullable Position sent;

    Listener(RoutingContext request, UUID organisation, String audience) {
        this.response = request.response();
        this.context = request.vertx().getOrCreateContext();
        this.organisation = organisation;
        this.audience = audience;
    }

    @Override
    public void accept(Change change) {
        if (change.audience().equals(audience) && change.jurisdiction().organisation().equals(organisation)) {
            context.runOnContext(ignored -> onLoop(change));
        }
    }

    /** Says hello, gives what was missed, then lets the present in. Called on the event loop. */
    void begin(Missed missed, Instant now) {
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        sent = missed.from();
        write("event: " + (missed.late() ? "resync" : "hello") + "\nid: " + missed.from()
                + "\ndata: {\"now\":\"" + now
                + "\"}\n\n");
        missed.changes().stream()
                .filter(change -> change.audience().equals(audience)
                        && change.jurisdiction().organisation().equals(organisation))
                .forEach(this::onLoop);
        early.forEach(this::onLoop);
        early.clear();
    }

    void heartbeat(Instant now) {
        context.runOnContext(
                ignored -> write("event: heartbeat\ndata: {\"now\":\"" + now.truncatedTo(ChronoUnit.MILLIS)
                        + "\"}\n\n"));
    }

    private void onLoop(Change change) {
        if (sent == null) {
            early.add(change);
            return;
        }
        if (change.position().compareTo(sent) <= 0) {
            return;
        }
        sent = change.position();
        write("event: change\nid: " + change.position() + "\ndata: {\"kind\":\"" + Word.of(change.kind())
                + "\",\"id\":\"" + change.subject() + "\"}\n\n");
    }

    private void write(String event) {
        if (response.closed() || response.ended()) {
            return;
        }
        if (response.writeQueueFull()) {
            LOG.info(
                    "a page does not read its stream and is cut; it will come back and read everything again");
            response.reset();
            return;
        }
        response.write(event);
    }
}
