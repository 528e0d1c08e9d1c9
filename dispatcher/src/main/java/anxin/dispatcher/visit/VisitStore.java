package anxin.dispatcher.visit;

import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferId;
import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Json;
import anxin.dispatcher.store.Protected;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Proofs and answers of visits. Written once; a correction is a new entry in the order's file. */
public final class VisitStore {

    private final Sql sql;
    private final Ids ids;

    public VisitStore(Sql sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    /** A proof as it is kept. */
    public record Kept(String step, ResponderId by, Instant at, Optional<Instant> deviceTime,
            Optional<Integer> meters,
            Optional<Double> accuracy, int score, List<Proof.Point> reasons) {}

    /**
     * An answer as it is kept.
     *
     * @param visit the accepted offer of whoever answered
     */
    public record Answered(OfferId visit, String stage, String field, Protected value, ResponderId by,
            Instant at) {}

    /** @param step checked-in, checked-out or no-access */
    public void prove(Offer visit, String step, Proof.Evidence evidence, Proof proof) {
        @Nullable
        Fix fix = evidence.fix().orElse(null);
        sql.update("""
                INSERT INTO visit_proof (id, organisation, division, service_order, offer, step, at, device_time, latitude,
                                         longitude, accuracy, meters, score, reasons)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::double precision, ?::double precision,
                        ?::double precision, ?::integer, ?, ?)
                """, ids.next(), visit.jurisdiction().organisation(), visit.jurisdiction().division(),
                visit.errand(), visit.id(), step, evidence.now(), evidence.deviceTime().orElse(null),
                fix == null ? null : fix.place().latitude(), fix == null ? null : fix.place().longitude(),
                fix == null ? null : fix.accuracy().orElse(null), proof.meters().orElse(null), proof.score(),
                Json.write(proof.reasons()));
    }

    public void answer(Offer visit, String stage, Map<String, String> answers, Instant now) {
        sql.updateAll("""
                INSERT INTO visit_check (offer, stage, field, service_order, organisation, division, value, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, answers.entrySet().stream().map(answer -> new @Nullable Object[]{visit.id(), stage,
            answer.getKey(), visit.errand(), visit.jurisdiction().organisation(),
            visit.jurisdiction().division(), new Protected(answer.getValue()), now}).toList());
    }

    /** The weakest proof of those who saw the visit through; 0 when there is none. */
    public int weakest(UUID order) {
        return sql.get("""
                SELECT coalesce(min(p.score), 0)::integer AS score
                  FROM visit_proof p
                  JOIN offer o ON o.id = p.offer
                 WHERE p.service_order = ? AND o.step = 'done'
                """, row -> row.number("score"), order);
    }

    public List<Kept> proofs(UUID order) {
        return sql.list("""
                SELECT p.step, o.responder, p.at, p.device_time, p.meters, p.accuracy, p.score, p.reasons
                  FROM visit_proof p
                  JOIN offer o ON o.id = p.offer
                 WHERE p.service_order = ?
                 ORDER BY p.at, p.id
                """, VisitStore::kept, order);
    }

    public List<Answered> answers(UUID order) {
        return sql.list("""
                SELECT c.offer, c.stage, c.field, c.value, o.responder, c.at
                  FROM visit_check c
                  JOIN offer o ON o.id = c.offer
                 WHERE c.service_order = ?
                 ORDER BY c.at, c.field
                """, row -> new Answered(new OfferId(row.uuid("offer")), row.text("stage"), row.text("field"),
                row.secret("value"), new ResponderId(row.uuid("responder")), row.instant("at")), order);
    }

    /** Whether somebody pressed a button, a cord or a wristband of the resident within a while of now. */
    public boolean isPressedWithin(ResidentId resident, Duration window, Instant now) {
        return sql.get("""
                SELECT EXISTS (SELECT FROM receipt r
                                 JOIN device d ON d.id = r.device
                                WHERE d.resident = ? AND r.received_at BETWEEN ? AND ?
                                  AND d.kind IN ('wristband', 'button', 'cord')
                                  AND r.bin IN ('new-incident', 'repeat', 'second-signal', 'test')) AS pressed
                """, row -> row.flag("pressed"), resident, now.minus(window), now.plus(window));
    }

    private static Kept kept(Row row) {
        return new Kept(row.text("step"), new ResponderId(row.uuid("responder")), row.instant("at"),
                row.findInstant("device_time"), row.findNumber("meters"),
                row.findDecimal("accuracy"), row.number("score"),
                Json.read(row.text("reasons"), new TypeReference<List<Proof.Point>>() {
                }));
    }
}
