package anxin.dispatcher.invariant;

import anxin.dispatcher.incident.Actor;
import anxin.dispatcher.order.OrderEvent;
import anxin.dispatcher.order.OrderEventKind;
import anxin.dispatcher.order.OrderId;
import anxin.dispatcher.store.Json;
import anxin.dispatcher.store.Word;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The file of one order while it is read. */
final class OrderStory implements FileCheck.Story<OrderInvariantStore.Entry> {

    private static final Map<String, OrderEventKind> KINDS = Arrays.stream(OrderEventKind.values())
            .collect(Collectors.toMap(Word::of, Function.identity()));

    private final OrderHistory history;

    OrderStory(int workers) {
        this.history = new OrderHistory(workers);
    }

    @Override
    public Optional<String> fault(OrderInvariantStore.Entry entry, byte[] hashBefore) {
        OrderEventKind kind = KINDS.get(entry.kind());
        if (kind == null) {
            return Optional.of("is of no known kind: " + entry.kind());
        }
        OrderEvent event = new OrderEvent(new OrderId(entry.subject()), entry.seq(), entry.at(), kind,
                new Actor(entry.actor()), entry.body(), entry.hash());
        return event.follows(hashBefore)
                ? history.objection(kind, whose(kind, entry))
                : Optional.of(FileCheck.NOT_SEALED);
    }

    // The desk takes a visit from somebody: the entry is by the desk and about that somebody.
    private static String whose(OrderEventKind kind, OrderInvariantStore.Entry entry) {
        if (kind != OrderEventKind.TAKEN_BACK) {
            return entry.actor();
        }
        Map<String, Object> body = Json.read(entry.body(), new TypeReference<TreeMap<String, Object>>() {
        });
        return "responder:" + body.get("responder");
    }

    @Override
    public Optional<String> disagreement(OrderInvariantStore.Entry last) {
        return history.disagreement(last.now());
    }
}
