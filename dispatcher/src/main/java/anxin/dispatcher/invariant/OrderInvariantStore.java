package anxin.dispatcher.invariant;

import anxin.dispatcher.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The questions about orders, their clocks, places and files. Reads and never writes. */
final class OrderInvariantStore implements FileCheck.Files<OrderInvariantStore.Entry> {

    private final Sql sql;

    OrderInvariantStore(Sql sql) {
        this.sql = sql;
    }

    /** How many orders wait for what, in words. */
    String clockFigures() {
        return sql.get("""
                SELECT count(*) FILTER (WHERE ended_at IS NULL AND state <> 'checked-out') AS open,
                       count(*) FILTER (WHERE state = 'checked-out') AS review,
                       count(*) FILTER (WHERE state = 'verified' AND stars IS NULL) AS unrated
                  FROM service_order
                """, row -> "open orders " + row.bigNumber("open") + ", waiting for review "
                + row.bigNumber("review") + ", unrated " + row.bigNumber("unrated"));
    }

    /** The rounds of asking end one day; lateness never does, so one of its two clocks must be there. */
    Violations openOrdersWithoutClock() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'order ' || o.id || ' is ' || o.state || ' and nothing notices when it is late' AS violation
                  FROM service_order o
                 WHERE o.state IN ('offered', 'accepted', 'on-the-way', 'checked-in', 'in-progress')
                   AND NOT EXISTS (SELECT FROM deadline d
                                    WHERE d.subject = o.id AND d.state = 'pending'
                                      AND d.kind IN ('order-late', 'order-overrun'))
                 ORDER BY o.starts_at, o.id
                 LIMIT 20
                """);
    }

    Violations reviewsNobodyIsAskedFor() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'order ' || id || ' waits for a review and nobody is asked to look' AS violation
                  FROM service_order
                 WHERE state = 'checked-out' AND attention IS NULL
                 ORDER BY starts_at, id
                 LIMIT 20
                """);
    }

    Violations unratedAndForgotten() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'order ' || o.id || ' is unrated and nobody is asked to call' AS violation
                  FROM service_order o
                 WHERE o.state = 'verified' AND o.stars IS NULL AND o.attention IS NULL
                   AND NOT EXISTS (SELECT FROM deadline d
                                    WHERE d.subject = o.id AND d.state = 'pending' AND d.kind = 'order-unrated')
                 ORDER BY o.starts_at, o.id
                 LIMIT 20
                """);
    }

    Violations clocksOfEndedOrders() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'order ' || o.id || ' is ' || o.state || ' and its clock ' || d.kind || ' goes on' AS violation
                  FROM service_order o
                  JOIN deadline d ON d.subject = o.id AND d.state = 'pending'
                 WHERE o.state IN ('no-access', 'cancelled')
                    OR o.state = 'checked-out' AND d.kind NOT IN ('order-unrated', 'order-review')
                    OR o.state = 'verified' AND d.kind <> 'order-unrated'
                 ORDER BY o.starts_at, o.id, d.id
                 LIMIT 20
                """);
    }

    long heldPlaces() {
        return sql.get("""
                SELECT count(*) AS n FROM errand_slot
                 WHERE errand_kind = 'order' AND responder IS NOT NULL AND ended_at IS NULL
                """, row -> row.bigNumber("n"));
    }

    Violations ordersWithOtherPlaces() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'order ' || o.id || ' wants ' || o.workers || ' people and has ' || count(s.slot) || ' places'
                           AS violation
                  FROM service_order o
                  LEFT JOIN errand_slot s ON s.errand = o.id AND s.errand_kind = 'order'
                 GROUP BY o.id
                HAVING count(s.slot) <> o.workers
                 ORDER BY o.id
                 LIMIT 20
                """);
    }

    Violations placesThatContradictTheState() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'order ' || o.id || ' is ' || o.state || ' with ' || p.empty || ' empty places' AS violation
                  FROM service_order o
                 CROSS JOIN LATERAL (SELECT count(*) AS empty
                                       FROM errand_slot s
                                      WHERE s.errand = o.id AND s.responder IS NULL AND s.ended_at IS NULL) p
                 WHERE o.state = 'offered' AND p.empty = 0
                    OR o.state IN ('accepted', 'on-the-way', 'checked-in', 'in-progress') AND p.empty > 0
                 ORDER BY o.id
                 LIMIT 20
                """);
    }

    Violations placesOfEndedOrders() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'order ' || o.id || ' is ' || o.state || ' and its place ' || s.slot || ' is not' AS violation
                  FROM errand_slot s
                  JOIN service_order o ON o.id = s.errand
                 WHERE o.state IN ('checked-out', 'verified', 'no-access', 'cancelled') AND s.ended_at IS NULL
                 ORDER BY o.id, s.slot
                 LIMIT 20
                """);
    }

    Violations questionsAboutEndedOrders() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'offer ' || f.id || ' still asks ' || f.responder || ' for order ' || o.id || ', which is '
                           || o.state AS violation
                  FROM offer f
                  JOIN service_order o ON o.id = f.errand
                 WHERE o.state IN ('checked-out', 'verified', 'no-access', 'cancelled')
                   AND f.state IN ('planned', 'sent', 'delivered', 'seen')
                 ORDER BY f.id
                 LIMIT 20
                """);
    }

    Violations placesHeldByTheOtherSex() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'errand ' || s.errand || ' place ' || s.slot || ' is for a ' || s.gender || ' and held by '
                           || r.id AS violation
                  FROM errand_slot s
                  JOIN responder r ON r.id = s.responder
                 WHERE s.gender <> r.gender
                 ORDER BY s.errand, s.slot
                 LIMIT 20
                """);
    }

    Violations calledAwayAndStillOnAVisit() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'responder ' || v.responder || ' is called to incident ' || i.errand || ' and still '
                           || o.step || ' for order ' || v.errand AS violation
                  FROM errand_slot v
                  JOIN offer o ON o.id = v.offer AND o.step IN ('on-the-way', 'arrived')
                  JOIN errand_slot i ON i.responder = v.responder AND i.errand_kind = 'incident' AND i.ended_at IS NULL
                 WHERE v.errand_kind = 'order' AND v.ended_at IS NULL
                 ORDER BY v.responder, v.errand
                 LIMIT 20
                """);
    }

    Violations insideTwoHomes() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'responder ' || a.responder || ' is inside for order ' || a.errand || ' and for order ' || b.errand
                           AS violation
                  FROM errand_slot a
                  JOIN offer ao ON ao.id = a.offer AND ao.step = 'arrived'
                  JOIN errand_slot b ON b.responder = a.responder AND b.errand_kind = 'order' AND b.ended_at IS NULL
                                    AND b.errand > a.errand
                  JOIN offer bo ON bo.id = b.offer AND bo.step = 'arrived'
                 WHERE a.errand_kind = 'order' AND a.ended_at IS NULL
                 ORDER BY a.responder, a.errand, b.errand
                 LIMIT 20
                """);
    }

    Violations visitsAtOneTime() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'responder ' || a.responder || ' holds order ' || a.errand || ' place ' || a.slot || ' and order '
                           || b.errand || ' place ' || b.slot || ' at one time' AS violation
                  FROM errand_slot a
                  JOIN errand_slot b ON b.responder = a.responder AND (b.errand, b.slot) > (a.errand, a.slot)
                                    AND a.busy_from < b.busy_until AND b.busy_from < a.busy_until
                 WHERE a.errand_kind = 'order' AND a.ended_at IS NULL
                   AND b.errand_kind = 'order' AND b.ended_at IS NULL
                 ORDER BY a.responder, a.errand, a.slot, b.errand, b.slot
                 LIMIT 20
                """);
    }

    /** An entry of an order's file as it is stored, readable even when it is wrong, with what the order's row says now. */
    record Entry(UUID subject, int seq, Instant at, String kind, String actor, String body, byte[] hash,
            int workers, OrderHistory.Now now) implements FileCheck.Entry {}

    @Override
    public String subject() {
        return "order";
    }

    @Override
    public List<Entry> after(UUID order, int seq, int atMost) {
        return sql.list("""
                SELECT e.service_order, e.seq, e.at, e.kind, e.actor, e.body, e.hash,
                       o.workers, o.state, o.money, coalesce(o.stars, 0) AS stars
                  FROM order_event e
                  JOIN service_order o ON o.id = e.service_order
                 WHERE (e.service_order, e.seq) > (?, ?)
                 ORDER BY e.service_order, e.seq
                 LIMIT ?
                """, row -> new Entry(row.uuid("service_order"), row.number("seq"), row.instant("at"),
                row.text("kind"), row.text("actor"), row.text("body"), row.bytes("hash"),
                row.number("workers"),
                new OrderHistory.Now(row.text("state"), row.text("money"), row.number("stars"))),
                order, seq, atMost);
    }

    @Override
    public FileCheck.Story<Entry> story(Entry first) {
        return new OrderStory(first.workers());
    }

    Violations filesThatEndElsewhere() {
        return Violations.found(sql,
                """
                SELECT count(*) OVER () AS total,
                       'order ' || o.id || ' ends its file at entry ' || o.last_seq || '; the file ends at '
                           || coalesce(e.seq, 0) || CASE WHEN e.seq = o.last_seq THEN ' with another hash' ELSE '' END
                           AS violation
                  FROM service_order o
                  LEFT JOIN LATERAL (SELECT seq, hash FROM order_event
                                      WHERE service_order = o.id ORDER BY seq DESC LIMIT 1) e ON true
                 WHERE e.seq IS DISTINCT FROM o.last_seq OR e.hash IS DISTINCT FROM o.last_hash
                 ORDER BY o.id
                 LIMIT 20
                """);
    }
}
