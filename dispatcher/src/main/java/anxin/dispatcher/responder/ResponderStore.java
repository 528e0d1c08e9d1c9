package anxin.dispatcher.responder;

import anxin.dispatcher.place.Place;
import anxin.dispatcher.place.TravelMode;
import anxin.dispatcher.resident.Gender;
import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.responder.Colleague.Occupation;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Responders, their duty, where they are, whom they know. */
public final class ResponderStore {

    private final Sql sql;

    public ResponderStore(Sql sql) {
        this.sql = sql;
    }

    public Responder get(ResponderId id) {
        return sql.get(
                """
                SELECT r.id, r.organisation, r.division, r.name, r.phone, r.kind, r.gender, r.languages, r.travel,
                       r.base_latitude, r.base_longitude, r.certificate_until, r.duty
                  FROM responder r
                 WHERE r.id = ?
                """,
                ResponderStore::responder, id);
    }

    /** Everybody of the organisation who is on duty, as seen from one resident (or from nobody's door in particular). */
    public List<Colleague> onDuty(UUID organisation, @Nullable ResidentId resident, Instant now) {
        return sql.list(
                """
                SELECT r.id, r.organisation, r.division, r.name, r.phone, r.kind, r.gender, r.languages, r.travel,
                       r.base_latitude, r.base_longitude, r.certificate_until, r.duty,
                       p.latitude, p.longitude, p.at,
                       k.resident IS NOT NULL AS knows, coalesce(k.has_key, false) AS has_key,
                       CASE WHEN bound.found THEN 'bound' WHEN visit.found THEN 'on-a-visit' ELSE 'free' END AS occupation
                  FROM responder r
                  LEFT JOIN LATERAL (
                       SELECT true AS found
                         FROM errand_slot s
                         JOIN offer o ON o.id = s.offer
                        WHERE s.responder = r.id AND s.ended_at IS NULL
                          AND (s.errand_kind = 'incident'
                               OR s.may_be_diverted = 'until-checked-in' AND o.step = 'arrived')
                        LIMIT 1) bound ON true
                  LEFT JOIN LATERAL (
                       SELECT true AS found
                         FROM errand_slot s
                         JOIN offer o ON o.id = s.offer
                        WHERE s.responder = r.id AND s.ended_at IS NULL AND s.errand_kind = 'order'
                          AND o.step IN ('on-the-way', 'arrived')
                        LIMIT 1) visit ON true
                  LEFT JOIN responder_position p ON p.responder = r.id
                  LEFT JOIN responder_knows k ON k.responder = r.id AND k.resident = ?::uuid
                 WHERE r.organisation = ? AND r.duty = 'on'
                """,
                row -> colleague(row, now), resident, organisation);
    }

    /**
     * Everybody of the organisation who is on duty and could do a visit, as seen from the resident's door: with the skill
     * it wants, of the sex its open places want, with nothing else at that time.
     *
     * @param skill   a skill that must be valid on the day; null for none
     * @param errand  the visit's own errand, whose places do not stand against themselves
     */
    public List<Colleague> forVisit(UUID organisation, ResidentId resident, UUID errand,
            @Nullable String skill,
            LocalDate day, Instant now) {
        return sql.list(
                """
                SELECT r.id, r.organisation, r.division, r.name, r.phone, r.kind, r.gender, r.languages, r.travel,
                       r.base_latitude, r.base_longitude, r.certificate_until, r.duty,
                       p.latitude, p.longitude, p.at,
                       k.resident IS NOT NULL AS knows, coalesce(k.has_key, false) AS has_key,
                       'free' AS occupation
                  FROM responder r
                  LEFT JOIN responder_position p ON p.responder = r.id
                  LEFT JOIN responder_knows k ON k.responder = r.id AND k.resident = ?
                 WHERE r.organisation = ? AND r.duty = 'on'
                   AND (?::text IS NULL OR EXISTS (SELECT FROM responder_skill s
                                                    WHERE s.responder = r.id AND s.skill = ? AND s.valid_until >= ?))
                   AND EXISTS (SELECT FROM errand_slot s
                                WHERE s.errand = ? AND s.responder IS NULL AND s.ended_at IS NULL
                                  AND (s.gender IS NULL OR s.gender = r.gender))
                   AND NOT EXISTS (SELECT FROM errand_slot held, errand_slot asked
                                    WHERE held.responder = r.id AND held.ended_at IS NULL AND asked.errand = ?
                                      AND (held.errand_kind = 'incident'
                                           OR held.errand = asked.errand
                                           OR held.busy_from < asked.busy_until AND asked.busy_from < held.busy_until))
                """,
                row -> colleague(row, now), resident, organisation, skill, skill, day, errand, errand);
    }

    /** Takes the person for the current transaction: their duty and their acceptances change one after the other. */
    public void lock(ResponderId id) {
        sql.get("SELECT id FROM responder WHERE id = ? FOR NO KEY UPDATE", row -> row.uuid("id"), id);
    }

    public void setDuty(ResponderId id, Duty duty, Instant now) {
        sql.update("UPDATE responder SET duty = ?, duty_since = ? WHERE id = ? AND duty <> ?", duty, now, id,
                duty);
    }

    /**
     * Stores where a phone is, only while its owner is on duty.
     *
     * @param accuracy metres, or null when the phone did not say
     * @return false when off duty; then nothing is stored
     */
    public boolean moved(ResponderId id, Place place, @Nullable Double accuracy, Instant at) {
        return sql.update(
                """
                INSERT INTO responder_position (responder, organisation, division, latitude, longitude, accuracy, at)
                SELECT id, organisation, division, ?, ?, ?::double precision, ? FROM responder WHERE id = ? AND duty = 'on'
                ON CONFLICT (responder) DO UPDATE
                   SET latitude = excluded.latitude, longitude = excluded.longitude,
                       accuracy = excluded.accuracy, at = excluded.at
                """,
                place.latitude(), place.longitude(), accuracy, at, id) == 1;
    }

    public void add(Responder responder, Instant now) {
        sql.update(
                """
                INSERT INTO responder (id, organisation, division, name, phone, kind, gender, languages, travel,
                                       base_latitude, base_longitude, certificate_until, duty, duty_since, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                responder.id(), responder.jurisdiction().organisation(), responder.jurisdiction().division(),
                responder.name(), responder.phone(), responder.kind(), responder.gender(),
                responder.languages(),
                responder.travel(), responder.base().latitude(), responder.base().longitude(),
                responder.certificateUntil(), responder.duty(), now, now);
    }

    /** @param validUntil last day */
    public void addSkill(Responder responder, String skill, LocalDate validUntil) {
        sql.update("""
                INSERT INTO responder_skill (responder, skill, organisation, division, valid_until) VALUES (?, ?, ?, ?, ?)
                """, responder.id(), skill, responder.jurisdiction().organisation(),
                responder.jurisdiction().division(), validUntil);
    }

    public void knows(Responder responder, ResidentId resident, boolean hasKey) {
        sql.update("""
                INSERT INTO responder_knows (responder, resident, organisation, division, has_key)
                VALUES (?, ?, ?, ?, ?)
                """, responder.id(), resident, responder.jurisdiction().organisation(),
                responder.jurisdiction().division(), hasKey);
    }

    private static Responder responder(Row row) {
        return new Responder(new ResponderId(row.uuid("id")), Jurisdiction.of(row), row.secret("name"),
                row.secret("phone"), row.word("kind", ResponderKind.class), row.word("gender", Gender.class),
                row.texts("languages"), row.word("travel", TravelMode.class),
                new Place(row.decimal("base_latitude"), row.decimal("base_longitude")),
                row.date("certificate_until"),
                row.word("duty", Duty.class));
    }

    private static Colleague colleague(Row row, Instant now) {
        Responder responder = responder(row);
        Optional<Place> reported = row.findDecimal("latitude")
                .map(latitude -> new Place(latitude, row.decimal("longitude")));
        Whereabouts whereabouts = Whereabouts.at(now, reported, row.findInstant("at"), responder.base());
        return new Colleague(responder, whereabouts, row.flag("knows"), row.flag("has_key"),
                row.word("occupation", Occupation.class));
    }
}
