package anxin.dispatcher.resident;

import anxin.dispatcher.place.Place;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Residents and whom to call about them. */
public final class ResidentStore {

    private final Sql sql;

    public ResidentStore(Sql sql) {
        this.sql = sql;
    }

    private static final String SELECT = """
            SELECT id, organisation, division, name, gender, born, language, lives_alone, phone, area, address,
                   latitude, longitude, access, medical, do_not, needs, diet
              FROM resident
            """;

    public Resident get(ResidentId id) {
        return sql.get(SELECT + " WHERE id = ?", ResidentStore::resident, id);
    }

    /** A resident of this organisation. */
    public Optional<Resident> find(UUID organisation, ResidentId id) {
        return sql.find(SELECT + " WHERE id = ? AND organisation = ?", ResidentStore::resident, id,
                organisation);
    }

    /** As {@link #find}, held for the current transaction: what a resident orders is decided one thing after the other. */
    public Optional<Resident> lock(UUID organisation, ResidentId id) {
        return sql.find(SELECT + " WHERE id = ? AND organisation = ? FOR NO KEY UPDATE",
                ResidentStore::resident, id,
                organisation);
    }

    /** Residents whose name holds these words, or whose number ends so; by name. */
    public List<Resident> search(UUID organisation, String words, int atMost) {
        return sql.list(SELECT + """
                 WHERE organisation = ?
                   AND (position(lower(?) IN lower(name)) > 0 OR ? ~ '^[0-9]{4,}$' AND right(phone, length(?)) = ?)
                 ORDER BY name, id
                 LIMIT ?
                """, ResidentStore::resident, organisation, words, words, words, words, atMost);
    }

    /** In the order in which they are to be called. */
    public List<Contact> contacts(ResidentId resident) {
        return sql.list("""
                SELECT id, rank, name, relation, phone, has_key
                  FROM resident_contact
                 WHERE resident = ?
                 ORDER BY rank
                """, ResidentStore::contact, resident);
    }

    public Optional<Contact> findContact(ResidentId resident, int rank) {
        return contacts(resident).stream().filter(contact -> contact.rank() == rank).findFirst();
    }

    public void add(Resident resident, Instant now) {
        sql.update(
                """
                INSERT INTO resident (id, organisation, division, name, gender, born, language, lives_alone, phone, area,
                                      address, latitude, longitude, access, medical, do_not, needs, diet, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                resident.id(), resident.jurisdiction().organisation(), resident.jurisdiction().division(),
                resident.name(), resident.gender(), resident.born(), resident.language(),
                resident.livesAlone(),
                resident.phone(), resident.area(), resident.address(), resident.place().latitude(),
                resident.place().longitude(), resident.access().orElse(null), resident.medical().orElse(null),
                resident.doNot().orElse(null), resident.needs(), resident.diet(), now);
    }

    public void add(Resident resident, Contact contact) {
        sql.update(
                """
                INSERT INTO resident_contact (id, organisation, division, resident, rank, name, relation, phone, has_key)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                contact.id(), resident.jurisdiction().organisation(), resident.jurisdiction().division(),
                resident.id(), contact.rank(), contact.name(), contact.relation(), contact.phone(),
                contact.hasKey());
    }

    private static Resident resident(Row row) {
        return new Resident(new ResidentId(row.uuid("id")), Jurisdiction.of(row), row.secret("name"),
                row.word("gender", Gender.class), row.date("born"), row.text("language"),
                row.flag("lives_alone"),
                row.secret("phone"), row.text("area"), row.secret("address"),
                new Place(row.decimal("latitude"), row.decimal("longitude")), row.findSecret("access"),
                row.findSecret("medical"), row.findSecret("do_not"), row.texts("needs"), row.texts("diet"));
    }

    private static Contact contact(Row row) {
        return new Contact(row.uuid("id"), row.number("rank"), row.secret("name"), row.text("relation"),
                row.secret("phone"), row.flag("has_key"));
    }
}
