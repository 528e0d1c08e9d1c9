package anxin.api.desk;

import anxin.dispatcher.incident.IncidentId;
import anxin.dispatcher.store.Json;
import anxin.dispatcher.store.Protected;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the board shows, joined for the screen. Reads only. */
final class BoardStore {

    private final Sql sql;

    BoardStore(Sql sql) {
        this.sql = sql;
    }

    /** A person's id and name. */
    record Person(UUID id, Protected name) {}

    /** The resident on a card. */
    record Face(UUID id, Protected name, LocalDate born, String gender, Protected address) {}

    /** What happens by itself next. */
    record Next(String what, Instant at) {}

    /** One incident as the board shows it. */
    record Card(UUID id, String number, int priority, String alarmClass, String type, Optional<Face> face,
            Optional<String> device, Instant openedAt, Optional<Instant> deviceTime, String ageBand,
            int presses,
            Instant lastSignalAt, String desk, Optional<Person> keeper, String help,
            Optional<Person> responder,
            Optional<Instant> expectedAt, Optional<Next> next, boolean escalated, boolean exercise,
            Optional<OrderLink> order, Optional<String> prompt, Optional<Instant> closedAt,
            Optional<String> cause, Optional<String> action) {}

    /** The service order whose door it was. */
    record OrderLink(UUID id, String number, String service) {}

    private static final String CARDS = """
            SELECT i.id, i.number, i.priority, i.alarm_class, i.type, i.opened_at, i.device_time, i.age_band, i.presses,
                   i.last_signal_at, i.desk, i.help, i.expected_at, i.exercise, i.closed_at, i.cause, i.action,
                   i.escalated_at IS NOT NULL AS escalated,
                   r.id AS resident, r.name AS resident_name, r.born, r.gender, r.address,
                   d.code AS device, k.id AS keeper, k.name AS keeper_name, p.id AS responder, p.name AS responder_name,
                   n.what AS next_what, n.due_at AS next_at, o.id AS order_id, o.number AS order_number, o.service,
                   q.body AS prompt
              FROM incident i
              LEFT JOIN resident r ON r.id = i.resident
              LEFT JOIN device d ON d.id = i.device
              LEFT JOIN account k ON k.id = i.keeper
              LEFT JOIN responder p ON p.id = i.responder
              LEFT JOIN service_order o ON o.id = i.service_order
              LEFT JOIN LATERAL (
                   SELECT e.body
                     FROM incident_event e
                    WHERE e.incident = i.id AND e.kind = 'service-prompt'
                      AND NOT EXISTS (SELECT FROM incident_event a
                                       WHERE a.incident = i.id AND a.kind = 'note' AND a.seq > e.seq)
                    ORDER BY e.seq DESC
                    LIMIT 1) q ON i.closed_at IS NULL
              LEFT JOIN LATERAL (
                   SELECT CASE x.kind
                            WHEN 'ladder' THEN coalesce(
                                (SELECT l.who
                                   FROM ladder_step l
                                  WHERE l.ladder || CASE WHEN l.organisation IS NULL THEN '' ELSE '@organisation' END
                                                 || CASE WHEN l.division IS NULL THEN '' ELSE '@division' END = i.ladder
                                    AND (l.organisation IS NULL OR l.organisation = i.organisation)
                                    AND (l.division IS NULL OR l.division = i.division)
                                    AND l.version = i.ladder_version AND l.step = x.step),
                                'duty-leader')
                            WHEN 'widen' THEN 'two-more'
                            WHEN 'ring' THEN 'duty-leader'
                            ELSE x.kind
                          END AS what, x.due_at
                     FROM deadline x
                    WHERE x.subject = i.id AND x.state = 'pending' AND x.kind <> 'offer-expiry'
                    ORDER BY x.due_at
                    LIMIT 1) n ON i.closed_at IS NULL
            """;

    /** Open incidents, worst first and oldest first inside a class, then those closed since a moment. */
    List<Card> board(UUID organisation, Instant closedSince) {
        return sql.list(CARDS + """
                 WHERE i.organisation = ? AND (i.closed_at IS NULL OR i.closed_at > ?)
                 ORDER BY i.closed_at IS NOT NULL, i.priority, i.opened_at
                """, BoardStore::card, organisation, closedSince);
    }

    Optional<Card> find(UUID organisation, IncidentId id) {
        return sql.find(CARDS + " WHERE i.organisation = ? AND i.id = ?", BoardStore::card, organisation, id);
    }

    private static Card card(Row row) {
        return new Card(row.uuid("id"), row.text("number"), row.number("priority"), row.text("alarm_class"),
                row.text("type"), row.findUuid("resident").map(id -> face(id, row)), row.findText("device"),
                row.instant("opened_at"), row.findInstant("device_time"), row.text("age_band"),
                row.number("presses"),
                row.instant("last_signal_at"), row.text("desk"),
                row.findUuid("keeper").map(id -> new Person(id, row.secret("keeper_name"))), row.text("help"),
                row.findUuid("responder").map(id -> new Person(id, row.secret("responder_name"))),
                row.findInstant("expected_at"),
                row.findText("next_what").map(what -> new Next(what, row.instant("next_at"))),
                row.flag("escalated"),
                row.flag("exercise"),
                row.findUuid("order_id")
                        .map(id -> new OrderLink(id, row.text("order_number"), row.text("service"))),
                row.findText("prompt").map(BoardStore::service), row.findInstant("closed_at"),
                row.findText("cause"),
                row.findText("action"));
    }

    private static String service(String body) {
        return Json.read(body, new TypeReference<Map<String, String>>() {
        }).getOrDefault("service", "120");
    }

    private static Face face(UUID id, Row row) {
        return new Face(id, row.secret("resident_name"), row.date("born"), row.text("gender"),
                row.secret("address"));
    }
}
