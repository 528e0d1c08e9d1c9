package anxin.dispatcher.organisation;

import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Organisations. */
public final class OrganisationStore {

    private final Sql sql;

    public OrganisationStore(Sql sql) {
        this.sql = sql;
    }

    public Organisation get(UUID id) {
        return sql.get(
                "SELECT organisation, division, code, name, time_zone, desk_phone FROM organisation WHERE id = ?",
                OrganisationStore::organisation, id);
    }

    /** The one founded first; empty in a new database. */
    public Optional<Organisation> findFirst() {
        return sql.find("""
                SELECT organisation, division, code, name, time_zone, desk_phone
                  FROM organisation
                 ORDER BY created_at, id
                 LIMIT 1
                """, OrganisationStore::organisation);
    }

    public void add(Organisation organisation, Instant now) {
        UUID id = organisation.jurisdiction().organisation();
        sql.update(
                """
                INSERT INTO organisation (id, organisation, division, code, name, time_zone, desk_phone, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id, id, organisation.jurisdiction().division(), organisation.code(), organisation.name(),
                organisation.timeZone().getId(), organisation.deskPhone(), now);
    }

    private static Organisation organisation(Row row) {
        return new Organisation(Jurisdiction.of(row), row.text("code"), row.text("name"),
                ZoneId.of(row.text("time_zone")), row.text("desk_phone"));
    }
}
