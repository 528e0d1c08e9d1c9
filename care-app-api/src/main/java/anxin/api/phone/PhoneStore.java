package anxin.api.phone;

import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What stands behind an offer, joined for the phone. Reads only. */
final class PhoneStore {

    private final Sql sql;

    PhoneStore(Sql sql) {
        this.sql = sql;
    }

    /** As much as somebody may know who has not accepted. */
    record Errand(UUID incident, String number, int priority, String type, int presses, String area,
            List<String> needs, Optional<ResidentId> resident) {}

    Errand errand(Offer offer) {
        return sql.get("""
                SELECT i.id, i.number, i.priority, i.type, i.presses, coalesce(r.area, '') AS area,
                       coalesce(r.needs, '{}') AS needs, i.resident
                  FROM incident i
                  LEFT JOIN resident r ON r.id = i.resident
                 WHERE i.id = ?
                """, PhoneStore::errand, offer.errand());
    }

    String deskPhone(UUID organisation) {
        return sql.get("SELECT desk_phone FROM organisation WHERE id = ?", row -> row.text("desk_phone"),
                organisation);
    }

    private static Errand errand(Row row) {
        return new Errand(row.uuid("id"), row.text("number"), row.number("priority"), row.text("type"),
                row.number("presses"), row.text("area"), row.texts("needs"),
                row.findUuid("resident").map(ResidentId::new));
    }
}
