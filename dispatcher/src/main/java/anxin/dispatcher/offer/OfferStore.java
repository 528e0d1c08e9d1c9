package anxin.dispatcher.offer;

import anxin.dispatcher.resident.Gender;
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
            SELECT id, errand_kind, errand, organisation, division, responder, phase, rank, travel, meters, reasons, state,
                   sent_at, valid_until, answered_at, decline_reason, step, note
              FROM offer
            """;

    private static final Duration SOON = Duration.ofHours(2);

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

    /** What one person can still answer of one kind, the newest first. */
    public List<Offer> liveOf(ResponderId responder, ErrandKind kind, Instant now) {
        return sql.list(SELECT + """
                 WHERE responder = ? AND errand_kind = ? AND state IN ('planned', 'sent', 'delivered', 'seen') AND valid_until > ?
                 ORDER BY sent_at DESC
                """, OfferStore::offer, responder, kind, now);
    }

    /** The call for help one person is on, if any. */
    public Optional<Offer> taskOf(ResponderId responder) {
        return sql.find(SELECT + """
                 WHERE id = (SELECT s.offer FROM errand_slot s
                              WHERE s.responder = ? AND s.ended_at IS NULL AND s.errand_kind = 'incident'
                              ORDER BY s.since LIMIT 1)
                """, OfferStore::offer, responder);
    }

    /** The visits one person has accepted and not ended, the next first. */
    public List<Offer> visitsOf(ResponderId responder) {
        return sql.list("""
                SELECT o.id, o.errand_kind, o.errand, o.organisation, o.division, o.responder, o.phase, o.rank, o.travel,
                       o.meters, o.reasons, o.state, o.sent_at, o.valid_until, o.answered_at, o.decline_reason, o.step,
                       o.note
                  FROM offer o
                  JOIN errand_slot s ON s.offer = o.id
                 WHERE s.responder = ? AND s.ended_at IS NULL AND s.errand_kind = 'order'
                 ORDER BY s.busy_from, o.id
                """, OfferStore::offer, responder);
    }

    /** Whether somebody counts on a person: a call for help, a visit under way, or one that begins within two hours. */
    public boolean isAwaited(ResponderId responder, Instant now) {
        return sql.get("""
                SELECT EXISTS (SELECT FROM errand_slot s
                                 JOIN offer o ON o.id = s.offer
                                WHERE s.responder = ? AND s.ended_at IS NULL
                                  AND (s.errand_kind = 'incident' OR o.step <> 'accepted' OR s.busy_from < ?)) AS awaited
                """, row -> row.flag("awaited"), responder, now.plus(SOON));
    }

    /** Questions to one person that ended without them since a moment, with who was first where somebody was. */
    public List<Ended> endedFor(ResponderId responder, Instant since) {
        return sql.list("""
                SELECT id, state, ended_by FROM offer
                 WHERE responder = ? AND errand_kind = 'incident' AND state IN ('superseded', 'expired')
                   AND answered_at > ?
                 ORDER BY answered_at DESC
                """, row -> new Ended(new OfferId(row.uuid("id")), row.word("state", OfferState.class),
                row.findUuid("ended_by").map(ResponderId::new)), responder, since);
    }

    /** A question that ended before its answer. */
    public record Ended(OfferId offer, OfferState state, Optional<ResponderId> by) {}

    /** Opens a place, or opens it again after somebody who filled it is done. */
    void openSlot(ErrandId errand, ErrandKind kind, Jurisdiction jurisdiction, int slot, Opening opening,
            Instant now) {
        sql.update("""
                INSERT INTO errand_slot (errand, slot, organisation, division, version, since, errand_kind, gender,
                                         busy_from, busy_until, may_be_diverted)
                VALUES (?, ?, ?, ?, 0, ?, ?, ?::text, ?::timestamptz, ?::timestamptz, ?::text)
                ON CONFLICT (errand, slot) DO UPDATE
                   SET responder = NULL, offer = NULL, ended_at = NULL, version = errand_slot.version + 1,
                       since = excluded.since
                 WHERE errand_slot.ended_at IS NOT NULL
                """, errand, slot, jurisdiction.organisation(), jurisdiction.division(), now, kind,
                opening.gender().orElse(null), opening.hours().map(Opening.Hours::from).orElse(null),
                opening.hours().map(Opening.Hours::until).orElse(null),
                opening.hours().map(Opening.Hours::diverting).orElse(null));
    }

    void insert(List<Offer> offers) {
        sql.updateAll(
                """
                INSERT INTO offer (id, errand_kind, errand, organisation, division, responder, phase, rank, travel, meters,
                                   reasons, state, sent_at, valid_until, note)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text)
                """,
                offers.stream().map(offer -> new @Nullable Object[]{offer.id(), offer.kind(), offer.errand(),
                    offer.jurisdiction().organisation(), offer.jurisdiction().division(), offer.responder(),
                    offer.phase(), offer.rank(), Math.toIntExact(offer.travel().toSeconds()), offer.meters(),
                    Json.write(offer.reasons()), offer.state(), offer.sentAt(), offer.validUntil(),
                    offer.why().orElse(null)})
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

    /**
     * Whether a person has room for what an offer asks. A call for help: no other one, and no visit that cannot be left.
     * A visit: no call for help, and no visit at the same time. To be asked while the person is locked.
     */
    boolean hasRoomFor(Offer offer) {
        return sql.get("""
                SELECT NOT EXISTS (
                    SELECT FROM errand_slot held
                      JOIN offer mine ON mine.id = held.offer
                     WHERE held.responder = ? AND held.ended_at IS NULL AND held.errand <> ?
                       AND (held.errand_kind = 'incident'
                            OR ? = 'incident' AND mine.step = 'arrived' AND held.may_be_diverted = 'until-checked-in'
                            OR ? = 'order' AND EXISTS (SELECT FROM errand_slot asked
                                                        WHERE asked.errand = ? AND asked.busy_from < held.busy_until
                                                          AND held.busy_from < asked.busy_until))) AS room
                """, row -> row.flag("room"), offer.responder(), offer.errand(), offer.kind(), offer.kind(),
                offer.errand());
    }

    /** The claim: one conditional update decides, whatever else happens at the same moment. */
    Optional<Slot> claimSlot(Offer offer, Instant now) {
        return sql.find("""
                UPDATE errand_slot
                   SET responder = ?, offer = ?, version = version + 1, since = ?
                 WHERE errand = ? AND responder IS NULL AND ended_at IS NULL
                   AND slot = (SELECT min(s.slot)
                                 FROM errand_slot s
                                 JOIN responder r ON r.id = ?
                                WHERE s.errand = ? AND s.responder IS NULL AND s.ended_at IS NULL
                                  AND (s.gender IS NULL OR s.gender = r.gender))
                RETURNING slot, version
                """, row -> new Slot(row.number("slot"), row.number("version")), offer.responder(),
                offer.id(), now,
                offer.errand(), offer.responder(), offer.errand());
    }

    /** A place on an errand at one version of its holder. */
    record Slot(int number, int version) {}

    /** Who holds the errand, the longest first; empty when nobody does. */
    public List<ResponderId> holders(ErrandId errand) {
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

    /** Ends the questions to people for whom no place is left; answers who they were. */
    List<ResponderId> supersedeWithoutPlace(ErrandId errand, ResponderId by, Instant now) {
        return sql.list("""
                UPDATE offer SET state = 'superseded', answered_at = ?, ended_by = ?
                 WHERE errand = ? AND state IN ('planned', 'sent', 'delivered', 'seen')
                   AND NOT EXISTS (SELECT FROM errand_slot s
                                     JOIN responder r ON r.id = offer.responder
                                    WHERE s.errand = offer.errand AND s.responder IS NULL AND s.ended_at IS NULL
                                      AND (s.gender IS NULL OR s.gender = r.gender))
                RETURNING responder
                """, row -> new ResponderId(row.uuid("responder")), now, by, errand);
    }

    /** The places nobody holds, by whom they may be filled. */
    public List<Opening> openings(ErrandId errand) {
        return sql.list("""
                SELECT gender, busy_from, busy_until, may_be_diverted
                  FROM errand_slot
                 WHERE errand = ? AND responder IS NULL AND ended_at IS NULL
                 ORDER BY slot
                """, OfferStore::opening, errand);
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
        return new Offer(new OfferId(row.uuid("id")), row.word("errand_kind", ErrandKind.class),
                new ErrandId(row.uuid("errand")), Jurisdiction.of(row),
                new ResponderId(row.uuid("responder")), row.text("phase"), row.number("rank"),
                Duration.ofSeconds(row.number("travel")), row.number("meters"),
                Json.read(row.text("reasons"), new TypeReference<List<Reason>>() {
                }),
                row.word("state", OfferState.class), row.instant("sent_at"), row.instant("valid_until"),
                row.findInstant("answered_at"), row.findText("decline_reason"),
                row.findText("step").map(word -> Word.parse(Step.class, word)), row.findText("note"));
    }

    private static Opening opening(Row row) {
        return new Opening(row.findText("gender").map(word -> Word.parse(Gender.class, word)),
                row.findInstant("busy_from").map(from -> new Opening.Hours(from, row.instant("busy_until"),
                        row.word("may_be_diverted", Opening.Diverting.class))));
    }
}
