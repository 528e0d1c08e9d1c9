package anxin.api.people;

import anxin.dispatcher.store.Protected;
import anxin.dispatcher.store.Sql;
import java.util.Optional;
import java.util.UUID;

/** The names of everybody who can stand in a file. Reads only. */
final class PeopleStore {

    private final Sql sql;

    PeopleStore(Sql sql) {
        this.sql = sql;
    }

    /** @param kind staff, responder, device, contact, resident or duty */
    Optional<Protected> findName(String kind, UUID id) {
        return switch (kind) {
            case "staff" -> sql.find("SELECT name FROM account WHERE id = ?", row -> row.secret("name"), id);
            case "responder" ->
                sql.find("SELECT name FROM responder WHERE id = ?", row -> row.secret("name"), id);
            case "device" -> sql.find("SELECT code FROM device WHERE id = ?", row -> row.secret("code"), id);
            case "contact" ->
                sql.find("SELECT name FROM resident_contact WHERE id = ?", row -> row.secret("name"), id);
            case "resident" ->
                sql.find("SELECT name FROM resident WHERE id = ?", row -> row.secret("name"), id);
            case "duty" ->
                sql.find("SELECT name FROM duty_contact WHERE id = ?", row -> row.secret("name"), id);
            default -> Optional.empty();
        };
    }
}
