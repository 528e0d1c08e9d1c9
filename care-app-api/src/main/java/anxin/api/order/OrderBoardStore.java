package anxin.api.order;

import anxin.dispatcher.order.OrderId;
import anxin.dispatcher.store.Protected;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the day of visits shows, joined for the screen. Reads only. */
final class OrderBoardStore {

    private final Sql sql;

    OrderBoardStore(Sql sql) {
        this.sql = sql;
    }

    /** A person's id and name. */
    record Person(UUID id, Protected name) {}

    /** One order as the day shows it. */
    record Card(UUID id, String number, String service, String state, Optional<String> attention,
            UUID resident,
            Protected residentName, LocalDate born, String gender, String area, Instant startsAt,
            Instant endsAt,
            String window, int workers, List<Person> holders, Optional<String> dish, long priceFen,
            String money,
            Optional<Integer> stars, Optional<Boolean> complaint, Optional<Integer> score,
            Optional<UUID> incident,
            Optional<Instant> checkedInAt, Optional<Instant> checkedOutAt, Instant createdAt) {}

    private static final String CARDS = """
            SELECT o.id, o.number, o.service, o.state, o.attention, o.starts_at, o.ends_at, o.window_name, o.workers,
                   o.price_fen, o.money, o.stars, o.complaint, o.score, o.incident, o.checked_in_at, o.checked_out_at,
                   o.created_at, r.id AS resident, r.name AS resident_name, r.born, r.gender, r.area, d.name AS dish,
                   coalesce(h.ids, '{}') AS holder_ids, coalesce(h.names, '{}') AS holder_names
              FROM service_order o
              JOIN resident r ON r.id = o.resident
              LEFT JOIN dish d ON d.id = o.dish
              LEFT JOIN LATERAL (
                   SELECT array_agg(p.id::text ORDER BY s.slot) AS ids, array_agg(p.name::text ORDER BY s.slot) AS names
                     FROM errand_slot s
                     JOIN responder p ON p.id = s.responder
                    WHERE s.errand = o.id) h ON true
            """;

    /** The visits that begin on a day and what is left over from before; what needs the desk first, then by time. */
    List<Card> day(UUID organisation, Instant from, Instant until) {
        return sql.list(CARDS + """
                 WHERE o.organisation = ?
                   AND (o.starts_at >= ? AND o.starts_at < ?
                        OR o.starts_at < ? AND o.state NOT IN ('verified', 'no-access', 'cancelled'))
                 ORDER BY o.attention IS NULL, o.starts_at, o.number
                """, OrderBoardStore::card, organisation, from, until, from);
    }

    Optional<Card> find(UUID organisation, OrderId id) {
        return sql.find(CARDS + " WHERE o.organisation = ? AND o.id = ?", OrderBoardStore::card, organisation,
                id);
    }

    private static Card card(Row row) {
        List<String> ids = row.texts("holder_ids");
        List<String> names = row.texts("holder_names");
        List<Person> holders = IntStream.range(0, ids.size())
                .mapToObj(i -> new Person(UUID.fromString(ids.get(i)), new Protected(names.get(i))))
                .toList();
        return new Card(row.uuid("id"), row.text("number"), row.text("service"), row.text("state"),
                row.findText("attention"), row.uuid("resident"), row.secret("resident_name"),
                row.date("born"),
                row.text("gender"), row.text("area"), row.instant("starts_at"), row.instant("ends_at"),
                row.text("window_name"), row.number("workers"), holders, row.findText("dish"),
                row.bigNumber("price_fen"), row.text("money"), row.findNumber("stars"),
                row.findFlag("complaint"),
                row.findNumber("score"), row.findUuid("incident"), row.findInstant("checked_in_at"),
                row.findInstant("checked_out_at"), row.instant("created_at"));
    }
}
