package anxin.dispatcher.catalogue;

import anxin.dispatcher.offer.Opening.Diverting;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import anxin.dispatcher.wallet.Fen;
import anxin.dispatcher.wallet.Grant;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The catalogue. Where a division or an organisation has rows of its own for a service, those count instead of the defaults
 * that ship; of several versions, the newest in effect on the day.
 */
public final class CatalogueStore {

    private final Sql sql;

    public CatalogueStore(Sql sql) {
        this.sql = sql;
    }

    /** Empty when the service is not offered on that day. */
    public Optional<Terms> terms(Jurisdiction whose, Service service, LocalDate day) {
        return sql.find("""
                SELECT service, effective_from, price_fen, minutes, ahead_minutes, two_from_level, same_sex, skill,
                       may_be_diverted
                  FROM service_terms
                 WHERE (organisation IS NULL OR organisation = ?) AND (division IS NULL OR division = ?)
                   AND service = ? AND effective_from <= ?
                 ORDER BY division NULLS LAST, organisation NULLS LAST, effective_from DESC
                 LIMIT 1
                """, CatalogueStore::terms, whose.organisation(), whose.division(), service, day);
    }

    /** The hours of a service on a day, by the clock of the organisation. */
    public List<Window> windows(Jurisdiction whose, Service service, LocalDate day, ZoneId zone) {
        return sql.list("""
                WITH nearest AS (
                    SELECT organisation, division, effective_from
                      FROM service_window
                     WHERE (organisation IS NULL OR organisation = ?) AND (division IS NULL OR division = ?)
                       AND service = ? AND effective_from <= ?
                     ORDER BY division NULLS LAST, organisation NULLS LAST, effective_from DESC
                     LIMIT 1)
                SELECT w.name, w.opens::text AS opens, w.closes::text AS closes
                  FROM service_window w
                  JOIN nearest n ON w.organisation IS NOT DISTINCT FROM n.organisation
                                AND w.division IS NOT DISTINCT FROM n.division AND w.effective_from = n.effective_from
                 WHERE w.service = ?
                 ORDER BY w.opens
                """,
                row -> new Window(row.text("name"), at(day, row.text("opens"), zone),
                        at(day, row.text("closes"), zone)),
                whose.organisation(), whose.division(), service, day, service);
    }

    /**
     * What public sources pay of one visit.
     *
     * @param age on the day of the visit
     */
    public List<Grant> subsidies(Jurisdiction whose, Service service, String window, int age, LocalDate day) {
        return sql.list("""
                WITH nearest AS (
                    SELECT organisation, division, effective_from
                      FROM subsidy
                     WHERE (organisation IS NULL OR organisation = ?) AND (division IS NULL OR division = ?)
                       AND service = ? AND effective_from <= ?
                     ORDER BY division NULLS LAST, organisation NULLS LAST, effective_from DESC
                     LIMIT 1)
                SELECT s.source, s.fen
                  FROM subsidy s
                  JOIN nearest n ON s.organisation IS NOT DISTINCT FROM n.organisation
                                AND s.division IS NOT DISTINCT FROM n.division AND s.effective_from = n.effective_from
                 WHERE s.service = ? AND (s.window_name IS NULL OR s.window_name = ?) AND ? BETWEEN s.from_age AND s.to_age
                 ORDER BY s.source
                """, row -> new Grant(row.text("source"), Fen.of(row.bigNumber("fen"))),
                whose.organisation(), whose.division(), service, day, service, window, age);
    }

    /** The menu of a day. */
    public List<Dish> dishes(UUID organisation, LocalDate day) {
        return sql.list("""
                SELECT id, name, contains FROM dish
                 WHERE organisation = ? AND ? BETWEEN from_day AND to_day
                 ORDER BY name, id
                """, CatalogueStore::dish, organisation, day);
    }

    public Dish dish(UUID id) {
        return sql.get("SELECT id, name, contains FROM dish WHERE id = ?", CatalogueStore::dish, id);
    }

    /** @param fromDay first day on the menu */
    public void addDish(Jurisdiction whose, Dish dish, LocalDate fromDay, LocalDate toDay) {
        sql.update("""
                INSERT INTO dish (id, organisation, division, name, contains, from_day, to_day)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, dish.id(), whose.organisation(), whose.division(), dish.name(), dish.contains(), fromDay,
                toDay);
    }

    /** Hours of an organisation's own, in place of the defaults. */
    public void addWindow(Jurisdiction whose, Service service, String name, LocalDate from, LocalTime opens,
            LocalTime closes) {
        sql.update("""
                INSERT INTO service_window (organisation, service, name, effective_from, opens, closes)
                VALUES (?, ?, ?, ?, ?, ?)
                """, whose.organisation(), service, name, from, opens, closes);
    }

    /** Terms of an organisation's own, in place of the defaults. */
    public void addTerms(Jurisdiction whose, Terms terms) {
        sql.update("""
                INSERT INTO service_terms (organisation, service, effective_from, price_fen, minutes, ahead_minutes,
                                           two_from_level, same_sex, skill, may_be_diverted)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, whose.organisation(), terms.service(), terms.effectiveFrom(), terms.price().amount(),
                Math.toIntExact(terms.length().toMinutes()), Math.toIntExact(terms.ahead().toMinutes()),
                terms.twoFromLevel(), terms.sameSex(), terms.skill().orElse(null), terms.diverting());
    }

    public List<DietaryRule> dietaryRules(Jurisdiction whose) {
        return sql.list("""
                SELECT DISTINCT diet, forbids FROM dietary_rule
                 WHERE (organisation IS NULL OR organisation = ?) AND (division IS NULL OR division = ?)
                 ORDER BY diet, forbids
                """, row -> new DietaryRule(row.text("diet"), row.text("forbids")), whose.organisation(),
                whose.division());
    }

    /** What a service asks, stage by stage. */
    public List<Check> checks(Jurisdiction whose, Service service, LocalDate day) {
        return sql.list("""
                WITH nearest AS (
                    SELECT organisation, division, effective_from
                      FROM service_check
                     WHERE (organisation IS NULL OR organisation = ?) AND (division IS NULL OR division = ?)
                       AND service = ? AND effective_from <= ?
                     ORDER BY division NULLS LAST, organisation NULLS LAST, effective_from DESC
                     LIMIT 1)
                SELECT c.stage, c.field, c.kind, c.least, c.most, c.unit, c.required
                  FROM service_check c
                  JOIN nearest n ON c.organisation IS NOT DISTINCT FROM n.organisation
                                AND c.division IS NOT DISTINCT FROM n.division AND c.effective_from = n.effective_from
                 WHERE c.service = ?
                 ORDER BY c.stage, c.position
                """, CatalogueStore::check, whose.organisation(), whose.division(), service, day, service);
    }

    private static Terms terms(Row row) {
        return new Terms(row.word("service", Service.class), row.date("effective_from"),
                Fen.of(row.bigNumber("price_fen")), Duration.ofMinutes(row.number("minutes")),
                Duration.ofMinutes(row.number("ahead_minutes")), row.number("two_from_level"),
                row.flag("same_sex"),
                row.findText("skill"), row.word("may_be_diverted", Diverting.class));
    }

    private static Dish dish(Row row) {
        return new Dish(row.uuid("id"), row.text("name"), row.texts("contains"));
    }

    private static Check check(Row row) {
        return new Check(row.text("stage"), row.text("field"), row.word("kind", Check.Kind.class),
                row.findNumeric("least"), row.findNumeric("most"), row.findText("unit"),
                row.flag("required"));
    }

    private static Instant at(LocalDate day, String time, ZoneId zone) {
        return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }
}
