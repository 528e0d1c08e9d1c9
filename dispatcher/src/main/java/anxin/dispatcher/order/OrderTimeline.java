package anxin.dispatcher.order;

import anxin.dispatcher.feed.Change;
import anxin.dispatcher.feed.Feed;
import anxin.dispatcher.incident.Actor;
import anxin.dispatcher.order.ServiceOrder.FileEnd;
import anxin.dispatcher.store.Json;
import java.time.Instant;
import java.util.Map;

/** Writes into an order's file and saves the order. The order must be held by the transaction. */
final class OrderTimeline {

    private final OrderStore store;
    private final Feed feed;

    OrderTimeline(OrderStore store, Feed feed) {
        this.store = store;
        this.feed = feed;
    }

    /** @return the order with its new end of file; the caller saves it */
    ServiceOrder write(ServiceOrder order, Instant at, OrderEventKind kind, Actor actor,
            Map<String, ?> body) {
        OrderEvent event = OrderEvent.sealed(order, at, kind, actor, Json.write(body));
        store.append(order, event);
        return order.with(order.progress().with(new FileEnd(event.seq(), event.hash())));
    }

    /** Saves what changed; pages read it again once it is durable. */
    void save(ServiceOrder order) {
        store.save(order);
        feed.tellDesk(order.jurisdiction(), Change.Kind.ORDER, order.id().uuid());
    }
}
