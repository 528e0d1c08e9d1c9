package anxin.api.stream;

import anxin.api.http.Caller;
import anxin.api.http.Role;
import anxin.api.web.Answers;
import anxin.api.web.Gate;
import anxin.dispatcher.feed.Feed;
import anxin.dispatcher.feed.FeedStore;
import anxin.dispatcher.feed.Position;
import anxin.dispatcher.shell.Work;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Opens a stream for each page: what it missed first, then what happens, and a heartbeat every second. */
public final class StreamRoute {

    private static final int REPLAY_AT_MOST = 1_000;
    private static final long HEARTBEAT_MS = 1_000;

    private final FeedTail tail;
    private final FeedStore store;
    private final Work.Lane lane;
    private final InstantSource clock;
    private final Set<Listener> open = ConcurrentHashMap.newKeySet();

    public StreamRoute(Vertx vertx, FeedTail tail, FeedStore store, Work.Lane lane, InstantSource clock) {
        this.tail = tail;
        this.store = store;
        this.lane = lane;
        this.clock = clock;
        vertx.setPeriodic(HEARTBEAT_MS,
                timer -> open.forEach(listener -> listener.heartbeat(clock.instant())));
    }

    /** To be bound to the stream operation. */
    public void open(RoutingContext context) {
        Optional<Position> asked = Optional.ofNullable(context.request().getHeader("Last-Event-ID"))
                .flatMap(Position::parse);
        Caller caller = Gate.caller(context);
        // Listening begins before the past is read, so nothing falls between the two.
        Listener listener = new Listener(context, caller.jurisdiction().organisation(), audience(caller));
        tail.listen(listener);
        context.response().closeHandler(gone -> {
            tail.leave(listener);
            open.remove(listener);
        });
        lane.run(() -> missedSince(asked))
                .onSuccess(missed -> {
                    listener.begin(missed, clock.instant());
                    if (!context.response().closed()) {
                        open.add(listener);
                    }
                })
                .onFailure(fault -> {
                    tail.leave(listener);
                    Answers.fault(context, fault);
                });
    }

    private Listener.Missed missedSince(Optional<Position> asked) {
        Position end = store.end();
        if (asked.isEmpty()) {
            return new Listener.Missed(end, List.of(), false);
        }
        // From the future: another database, or one restored from before.
        boolean strange = asked.get().compareTo(end) > 0;
        if (strange || store.countAfter(asked.get(), REPLAY_AT_MOST + 1) > REPLAY_AT_MOST) {
            return new Listener.Missed(end, List.of(), true);
        }
        return new Listener.Missed(asked.get(), store.after(asked.get(), REPLAY_AT_MOST), false);
    }

    private static String audience(Caller caller) {
        return switch (caller.role()) {
            case OPERATOR, DUTY_LEADER -> Feed.DESK;
            case CAREGIVER -> Feed.audienceOf(caller.onThePhone());
            case ADMIN -> Role.ADMIN.name();
        };
    }
}
