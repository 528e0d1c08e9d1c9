package anxin.dispatcher.offer;

import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Json;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import anxin.dispatcher.store.Word;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Offers and the slots they compete for. */
public final class OfferStore {

    private static final String SELECT = """
            SELECT id, errand, organisation, division, responder, phase, rank, travel, meters, reasons, state, sent_at,
                   valid_until, answered_at, decline_reason, step
              FROM offer
            """;

    private final Sql sql;

    public OfferStore(Sql sql) {
        this.sql = sql;
    }

    public Optional<Offer> find(OfferId id) {
        return sql.find(SELECT + " WHERE id = ?", OfferStore::offer, id);
    }

    /** Everybody asked for an errand, in the order in which they were asked. */
    public List<Offer> ofErrand(ErrandId errand) {
        return sql.list(SELECT + " WHERE errand = ? ORDER BY sent_at, rank", OfferStore::offer, errand);
    }

    /** What one person can still answer, the newest first. */
    public List<Offer> liveOf(ResponderId responder, Instant now) {
        return sql.list(SELECT + """
                 WHERE responder = ? AND state IN ('planned', 'sent', 'delivered', 'seen') AND valid_until > ?
                 ORDER BY sent_at DESC
                """, OfferStore::offer, responder, now);
    }

    /** The errand one person is on, if any. */
    public Optional<Offer> taskOf(ResponderId responder) {
        return sql.find(SELECT + """
                 WHERE id = (SELECT s.offer FROM errand_slot s WHERE s.responder = ? AND s.ended_at IS NULL
                              ORDER BY s.since LIMIT 1)
                """, OfferStore::offer, responder);
    }

    /** Questions to one person that ended without them since a moment, with who was first where somebody was. */
    public List<Ended> endedFor(ResponderId responder, Instant since) {
        return sql.list("""
                SELECT id, state, ended_by FROM offer
                 WHERE responder = ? AND state IN ('superseded', 'expired') AND answered_at > ?
                 ORDER BY answered_at DESC
                """, row -> new Ended(new OfferId(row.uuid("id")), row.word("state", OfferState.class),
                row.findUuid("ended_by").map(ResponderId::new)), responder, since);
    }

    /** A question that ended before its answer. */
    public record Ended(OfferId offer, OfferState state, Optional<ResponderId> by) {}

    /** Opens a place, or opens it again after somebody who filled it is done. */
    void openSlot(ErrandId errand, Jurisdiction jurisdiction, int slot, Instant now) {
        sql.update("""
                INSERT INTO errand_slot (errand, slot, organisation, division, version, since, errand_kind)
                VALUES (?, ?, ?, ?, 0, ?, 'incident')
                ON CONFLICT (errand, slot) DO UPDATE
                   SET responder = NULL, offer = NULL, ended_at = NULL, version = errand_slot.version + 1,
                       since = excluded.since
                 WHERE errand_slot.ended_at IS NOT NULL
                """, errand, slot, jurisdiction.organisation(), jurisdiction.division(), now);
    }

    void insert(List<Offer> offers) {
        sql.updateAll(
                """
                INSERT INTO offer (id, errand, organisation, division, responder, phase, rank, travel, meters, reasons,
                                   state, sent_at, valid_until, errand_kind)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'incident')
                """,
                offers.stream().map(offer -> new @Nullable Object[]{offer.id(), offer.errand(),
                    offer.jurisdiction().organisation(), offer.jurisdiction().division(), offer.responder(),
                    offer.phase(), offer.rank(), Math.toIntExact(offer.travel().toSeconds()), offer.meters(),
                    Json.write(offer.reasons()), offer.state(), offer.sentAt(), offer.validUntil()})
                        .toList());
    }

    /** Records delivery; never steps back from a later state. */
    boolean delivered(OfferId id, ResponderId responder, OfferState state, Instant now) {
        return sql.update("""
                UPDATE offer
                   SET state = CASE WHEN state IN ('planned', 'sent') OR ? = 'seen' THEN ? ELSE state END,
                       delivered_at = coalesce(delivered_at, ?),
                       seen_at = CASE WHEN ? = 'seen' THEN coalesce(seen_at, ?) ELSE seen_at END
                 WHERE id = ? AND responder = ? AND state IN ('planned', 'sent', 'delivered', 'seen')
                """, state, state, now, state, now, id, responder) == 1;
    }

    /** One answer of a person at a time: two errands accepted at the same moment must see each other. */
    boolean lockOnDuty(ResponderId responder) {
        return sql.get("SELECT duty = 'on' AS on_duty FROM responder WHERE id = ? FOR NO KEY UPDATE",
                row -> row.flag("on_duty"), responder);
    }

    /** The claim: one conditional update decides, whatever else happens at the same moment. */
    Optional<Slot> claimSlot(Offer offer, Instant now) {
        return sql.find("""
                UPDATE errand_slot
                   SET responder = ?, offer = ?, version = version + 1, since = ?
                 WHERE errand = ? AND responder IS NULL AND ended_at IS NULL
                   AND slot = (SELECT min(slot) FROM errand_slot
                                WHERE errand = ? AND responder IS NULL AND ended_at IS NULL)
                RETURNING slot, version
                """, row -> new Slot(row.number("slot"), row.number("version")), offer.responder(),
                offer.id(), now,
                offer.errand(), offer.errand());
    }

    /** A place on an errand at one version of its holder. */
    record Slot(int number, int version) {}

    /** Who holds the errand, the longest first; empty when nobody does. */
    List<ResponderId> holders(ErrandId errand) {
        return sql.list("""
                SELECT responder FROM errand_slot
                 WHERE errand = ? AND responder IS NOT NULL
                 ORDER BY since
                """, row -> new ResponderId(row.uuid("responder")), errand);
    }

    void accepted(Offer offer, Slot slot, Instant now) {
        sql.update(
                """
                UPDATE offer SET state = 'accepted', answered_at = ?, slot = ?, slot_version = ?, step = 'accepted',
                                 step_at = ?
                 WHERE id = ?
                """,
                now, slot.number(), slot.version(), now, offer.id());
    }

    void declined(Offer offer, String reason, Instant now) {
        sql.update("UPDATE offer SET state = 'declined', answered_at = ?, decline_reason = ? WHERE id = ?",
                now, reason,
                offer.id());
    }

    /** Ends every question of an errand that is still open; answers who was asked. */
    List<ResponderId> supersede(ErrandId errand, @Nullable ResponderId by, Instant now) {
        return sql.list("""
                UPDATE offer SET state = 'superseded', answered_at = ?, ended_by = ?::uuid
                 WHERE errand = ? AND state IN ('planned', 'sent', 'delivered', 'seen')
                RETURNING responder
                """, row -> new ResponderId(row.uuid("responder")), now, by, errand);
    }

    /** Ends what ran out. */
    List<ResponderId> expire(ErrandId errand, Instant now) {
        return sql.list("""
                UPDATE offer SET state = 'expired', answered_at = ?
                 WHERE errand = ? AND state IN ('planned', 'sent', 'delivered', 'seen') AND valid_until <= ?
                RETURNING responder
                """, row -> new ResponderId(row.uuid("responder")), now, errand, now);
    }

    void step(OfferId id, Step step, Instant now) {
        sql.update("UPDATE offer SET step = ?, step_at = ? WHERE id = ?", step, now, id);
    }

    /** Lets go of the slot so that somebody else can take it. */
    void freeSlot(OfferId offer, Instant now) {
        sql.update("""
                UPDATE errand_slot SET responder = NULL, offer = NULL, version = version + 1, since = ?
                 WHERE offer = ? AND ended_at IS NULL
                """, now, offer);
    }

    void endSlot(OfferId offer, Instant now) {
        sql.update("UPDATE errand_slot SET ended_at = ? WHERE offer = ? AND ended_at IS NULL", now, offer);
    }

    void endSlots(ErrandId errand, Instant now) {
        sql.update("UPDATE errand_slot SET ended_at = ? WHERE errand = ? AND ended_at IS NULL", now, errand);
    }

    private static Offer offer(Row row) {
        return new Offer(new OfferId(row.uuid("id")), new ErrandId(row.uuid("errand")), Jurisdiction.of(row),
                new ResponderId(row.uuid("responder")), row.text("phase"), row.number("rank"),
                Duration.ofSeconds(row.number("travel")), row.number("meters"),
                Json.read(row.text("reasons"), new TypeReference<List<Reason>>() {
                }),
                row.word("state", OfferState.class), row.instant("sent_at"), row.instant("valid_until"),
                row.findInstant("answered_at"), row.findText("decline_reason"),
                row.findText("step").map(word -> Word.parse(Step.class, word)));
    }
}
