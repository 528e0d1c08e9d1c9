package anxin.dispatcher.order;

import anxin.dispatcher.catalogue.Service;
import anxin.dispatcher.incident.Actor;
import anxin.dispatcher.incident.IncidentId;
import anxin.dispatcher.offer.Opening;
import anxin.dispatcher.order.ServiceOrder.Complaint;
import anxin.dispatcher.order.ServiceOrder.FileEnd;
import anxin.dispatcher.order.ServiceOrder.Milestones;
import anxin.dispatcher.order.ServiceOrder.Plan;
import anxin.dispatcher.order.ServiceOrder.Progress;
import anxin.dispatcher.order.ServiceOrder.Rating;
import anxin.dispatcher.order.ServiceOrder.Wishes;
import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import anxin.dispatcher.store.Word;
import anxin.dispatcher.wallet.Fen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders and their files. */
public final class OrderStore {

    private static final String SELECT = """
            SELECT id, organisation, division, number, resident, service, terms_from, window_name, window_opens,
                   starts_at, ends_at, workers, same_sex, skill, may_be_diverted, channel, requested_by, dish, appointment,
                   wish, price_fen, money, state, attention, score, incident, checked_in_at, begun_at, checked_out_at,
                   ended_at, stars, complaint, rated_at, created_at, last_seq, last_hash
              FROM service_order
            """;

    private final Sql sql;

    public OrderStore(Sql sql) {
        this.sql = sql;
    }

    public Optional<ServiceOrder> find(OrderId id) {
        return sql.find(SELECT + " WHERE id = ?", OrderStore::order, id);
    }

    /** The order, held for the current transaction. */
    Optional<ServiceOrder> lock(OrderId id) {
        return sql.find(SELECT + " WHERE id = ? FOR NO KEY UPDATE", OrderStore::order, id);
    }

    /** Holds the visits that somebody has accepted and not ended, always in the same order. */
    List<ServiceOrder> lockHeldBy(ResponderId who) {
        return sql.list(SELECT + """
                 WHERE id IN (SELECT errand FROM errand_slot
                               WHERE responder = ? AND ended_at IS NULL AND errand_kind = 'order')
                 ORDER BY id
                   FOR NO KEY UPDATE
                """, OrderStore::order, who);
    }

    /** What a resident has of a service in a window, unless it came to nothing. */
    public Optional<ServiceOrder> findStanding(ResidentId resident, Service service, Instant windowOpens) {
        return sql.find(SELECT + """
                 WHERE resident = ? AND service = ? AND window_opens = ? AND state NOT IN ('cancelled', 'no-access')
                """, OrderStore::order, resident, service, windowOpens);
    }

    /** The words that grant a service to a resident on a day, the longest valid first; empty when nothing does. */
    public List<String> bases(ResidentId resident, Service service, LocalDate day) {
        return sql.list("""
                SELECT basis FROM entitlement
                 WHERE resident = ? AND service = ? AND ? BETWEEN valid_from AND valid_until
                 ORDER BY valid_until DESC, id
                """, row -> row.text("basis"), resident, service, day);
    }

    /** An open visit of a resident that would take place at the same time. */
    Optional<ServiceOrder> findOverlapping(ResidentId resident, Instant from, Instant until) {
        return sql.list(SELECT + """
                 WHERE resident = ? AND starts_at < ? AND ends_at > ?
                   AND state IN ('offered', 'accepted', 'on-the-way', 'checked-in', 'in-progress')
                 ORDER BY starts_at
                 LIMIT 1
                """, OrderStore::order, resident, until, from).stream().findFirst();
    }

    /** The assessed level that is valid on a day, 0 able to 5 fully dependent. */
    public Optional<Integer> findLevel(ResidentId resident, LocalDate day) {
        return sql.find("""
                SELECT level FROM assessment
                 WHERE resident = ? AND ? BETWEEN valid_from AND valid_until
                 ORDER BY valid_from DESC, id DESC
                 LIMIT 1
                """, row -> row.number("level"), resident, day);
    }

    /** @param basis what grants it: meal-subsidy, home-bed, care-insurance, voucher, self-pay-contract */
    public void entitle(UUID id, Jurisdiction whose, ResidentId resident, Service service, String basis,
            LocalDate from,
            LocalDate until) {
        sql.update("""
                INSERT INTO entitlement (id, organisation, division, resident, service, basis, valid_from, valid_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, id, whose.organisation(), whose.division(), resident, service, basis, from, until);
    }

    /** @param level 0 able to 5 fully dependent */
    public void assess(UUID id, Jurisdiction whose, ResidentId resident, int level, LocalDate from,
            LocalDate until) {
        sql.update("""
                INSERT INTO assessment (id, organisation, division, resident, level, valid_from, valid_until)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, id, whose.organisation(), whose.division(), resident, level, from, until);
    }

    /** The running part of an order's number; gaps are allowed, repeats are not. */
    long nextNumber() {
        return sql.get("SELECT nextval('order_number') AS number", row -> row.bigNumber("number"));
    }

    void insert(ServiceOrder order) {
        Plan plan = order.plan();
        Wishes wishes = order.wishes();
        sql.update("""
                INSERT INTO service_order (id, organisation, division, number, resident, service, terms_from, window_name,
                                           window_opens, starts_at, ends_at, workers, same_sex, skill, may_be_diverted,
                                           channel, requested_by, dish, appointment, wish, price_fen, money, state,
                                           created_at, last_seq, last_hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text, ?, ?, ?, ?::uuid, ?::text, ?::text, ?, ?, ?, ?, ?, ?)
                """, order.id(), order.jurisdiction().organisation(), order.jurisdiction().division(),
                order.number(), order.resident(), plan.service(), plan.termsFrom(), plan.windowName(),
                plan.windowOpens(), plan.startsAt(), plan.endsAt(), plan.workers(), plan.sameSex(),
                plan.skill().orElse(null), plan.diverting(), wishes.channel(), wishes.requestedBy(),
                wishes.dish().orElse(null), wishes.appointment().orElse(null), wishes.wish().orElse(null),
                order.price().amount(), order.progress().money(), order.progress().state(), order.createdAt(),
                order.progress().fileEnd().seq(), order.progress().fileEnd().hash());
    }

    /** Writes what can change; the row must be held by this transaction. */
    void save(ServiceOrder order) {
        Progress progress = order.progress();
        Optional<Rating> rating = progress.rating();
        sql.update("""
                UPDATE service_order
                   SET money = ?, state = ?, attention = ?::text, score = ?::smallint, incident = ?::uuid,
                       checked_in_at = ?::timestamptz, begun_at = ?::timestamptz, checked_out_at = ?::timestamptz,
                       ended_at = ?::timestamptz, stars = ?::smallint, complaint = ?::boolean, rated_at = ?::timestamptz,
                       last_seq = ?, last_hash = ?
                 WHERE id = ?
                """, progress.money(), progress.state(), progress.attention().orElse(null),
                progress.score().orElse(null), progress.incident().orElse(null),
                progress.when().checkedInAt().orElse(null), progress.when().begunAt().orElse(null),
                progress.when().checkedOutAt().orElse(null), progress.when().endedAt().orElse(null),
                rating.map(Rating::stars).orElse(null),
                rating.map(given -> given.complaint() == Complaint.MADE).orElse(null),
                rating.map(Rating::at).orElse(null), progress.fileEnd().seq(), progress.fileEnd().hash(),
                order.id());
    }

    void append(ServiceOrder order, OrderEvent event) {
        sql.update("""
                INSERT INTO order_event (service_order, seq, organisation, division, at, kind, actor, body, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, event.order(), event.seq(), order.jurisdiction().organisation(),
                order.jurisdiction().division(), event.at(), event.kind(), event.actor().text(), event.body(),
                event.hash());
    }

    /** The order's file, oldest entry first. */
    public List<OrderEvent> file(OrderId id) {
        return sql.list("""
                SELECT service_order, seq, at, kind, actor, body, hash FROM order_event WHERE service_order = ? ORDER BY seq
                """, row -> new OrderEvent(new OrderId(row.uuid("service_order")), row.number("seq"),
                row.instant("at"),
                row.word("kind", OrderEventKind.class), new Actor(row.text("actor")), row.text("body"),
                row.bytes("hash")), id);
    }

    private static ServiceOrder order(Row row) {
        Plan plan = new Plan(row.word("service", Service.class), row.date("terms_from"),
                row.text("window_name"),
                row.instant("window_opens"), row.instant("starts_at"), row.instant("ends_at"),
                row.number("workers"), row.flag("same_sex"), row.findText("skill"),
                row.word("may_be_diverted", Opening.Diverting.class));
        Wishes wishes = new Wishes(row.text("channel"), row.text("requested_by"), row.findUuid("dish"),
                row.findSecret("appointment"), row.findSecret("wish"));
        return new ServiceOrder(new OrderId(row.uuid("id")), Jurisdiction.of(row), row.text("number"),
                new ResidentId(row.uuid("resident")), plan, wishes, Fen.of(row.bigNumber("price_fen")),
                row.instant("created_at"), progress(row));
    }

    private static Progress progress(Row row) {
        return new Progress(row.word("state", OrderState.class), row.word("money", Money.class),
                row.findText("attention").map(word -> Word.parse(Attention.class, word)),
                row.findNumber("score"), row.findUuid("incident").map(IncidentId::new),
                new Milestones(row.findInstant("checked_in_at"), row.findInstant("begun_at"),
                        row.findInstant("checked_out_at"), row.findInstant("ended_at")),
                row.findNumber("stars").map(stars -> new Rating(stars,
                        row.flag("complaint") ? Complaint.MADE : Complaint.NONE, row.instant("rated_at"))),
                new FileEnd(row.number("last_seq"), row.bytes("last_hash")));
    }
}
