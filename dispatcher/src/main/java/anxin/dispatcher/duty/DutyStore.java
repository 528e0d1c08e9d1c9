package anxin.dispatcher.duty;

import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import java.time.Instant;
import java.util.List;

/** Duty contacts; a duty ends by its time, the row stays. */
public final class DutyStore {

    private final Sql sql;

    public DutyStore(Sql sql) {
        this.sql = sql;
    }

    /** Everybody who has this duty in the division now; for the duty leader, else those of the organisation. */
    public List<DutyContact> onDuty(Jurisdiction jurisdiction, DutyRole role, Instant now) {
        List<DutyContact> people = sql.list("""
                SELECT id, organisation, division, role, name, phone
                  FROM duty_contact
                 WHERE organisation = ? AND role = ? AND since <= ? AND (until IS NULL OR until > ?)
                   AND (division = ? OR role = 'duty-leader')
                 ORDER BY since, id
                """, DutyStore::contact, jurisdiction.organisation(), role, now, now,
                jurisdiction.division());
        List<DutyContact> here = people.stream()
                .filter(person -> person.jurisdiction().equals(jurisdiction))
                .toList();
        return here.isEmpty() ? people : here;
    }

    public void add(DutyContact contact, Instant since) {
        sql.update("""
                INSERT INTO duty_contact (id, organisation, division, role, name, phone, since)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, contact.id(), contact.jurisdiction().organisation(), contact.jurisdiction().division(),
                contact.role(), contact.name(), contact.phone(), since);
    }

    private static DutyContact contact(Row row) {
        return new DutyContact(row.uuid("id"), Jurisdiction.of(row), row.word("role", DutyRole.class),
                row.secret("name"), row.secret("phone"));
    }
}
