package anxin.dispatcher.incident;

import anxin.dispatcher.device.DeviceId;
import anxin.dispatcher.incident.Incident.Contacting;
import anxin.dispatcher.incident.Incident.FileEnd;
import anxin.dispatcher.incident.Incident.Milestones;
import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import anxin.dispatcher.store.Word;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Incidents and their files. */
public final class IncidentStore {

    private static final String SELECT = """
            SELECT id, organisation, division, number, subject, resident, device, type, priority, rule, exercise,
                   opened_at, device_time, age_band, presses, last_signal_at, displayed_at, escalated_at, taken_at,
                   dispatched_at, desk, keeper, help, responder, expected_at, contact_attempts, voice_contact,
                   was_on_scene, closed_at, closed_by, cause, action, close_note, last_seq, last_hash,
                   ladder, ladder_version, service_order
              FROM incident
            """;

    private final Sql sql;

    public IncidentStore(Sql sql) {
        this.sql = sql;
    }

    public Optional<Incident> find(IncidentId id) {
        return sql.find(SELECT + " WHERE id = ?", IncidentStore::incident, id);
    }

    /** The incident, held for the current transaction. */
    Optional<Incident> lock(IncidentId id) {
        return sql.find(SELECT + " WHERE id = ? FOR UPDATE", IncidentStore::incident, id);
    }

    /** The open incident that a further alarm of this kind belongs to, held for the current transaction. */
    Optional<Incident> lockOpen(UUID subject, String kind) {
        return sql.find(SELECT + " WHERE subject = ? AND kind = ? AND closed_at IS NULL FOR UPDATE",
                IncidentStore::incident, subject, kind);
    }

    /** When the last incident of this kind ended, if one did. */
    public Optional<Instant> lastClosed(UUID subject, String kind) {
        return sql.find("SELECT max(closed_at) AS closed FROM incident WHERE subject = ? AND kind = ?",
                row -> row.findInstant("closed"), subject, kind).flatMap(closed -> closed);
    }

    /** Whether an incident of this kind is open now. */
    public boolean hasOpen(UUID subject, String kind) {
        return sql.find("SELECT id FROM incident WHERE subject = ? AND kind = ? AND closed_at IS NULL",
                row -> row.uuid("id"), subject, kind).isPresent();
    }

    /** The running part of an incident's number; gaps are allowed, repeats are not. */
    long nextNumber() {
        return sql.get("SELECT nextval('incident_number') AS number", row -> row.bigNumber("number"));
    }

    /** False when another open incident of the same subject and kind is there already; it waits for one being written. */
    boolean insertUnlessOpen(Incident incident) {
        return sql.update(
                """
                INSERT INTO incident (id, organisation, division, number, subject, resident, device, kind, type,
                                      alarm_class, priority, rule, exercise, opened_at, device_time, age_band, presses,
                                      last_signal_at, desk, help, contact_attempts, voice_contact, was_on_scene,
                                      last_seq, last_hash, service_order)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', 'not-asked', 0, false, false, ?, ?,
                        ?::uuid)
                ON CONFLICT (subject, kind) WHERE closed_at IS NULL DO NOTHING
                """,
                incident.id(), incident.jurisdiction().organisation(), incident.jurisdiction().division(),
                incident.number(), incident.subject(), incident.resident().orElse(null),
                incident.device().orElse(null), incident.type().kind(), incident.type().name(),
                incident.type().alarmClass().name(), incident.priority(), incident.rule(),
                incident.exercise(),
                incident.openedAt(), incident.deviceTime().orElse(null), incident.ageBand(),
                incident.presses(),
                incident.lastSignalAt(), incident.fileEnd().seq(), incident.fileEnd().hash(),
                incident.order().orElse(null)) == 1;
    }

    /** Writes what can change; the row must be held by this transaction. */
    void save(Incident incident) {
        DeskColumns desk = DeskColumns.of(incident.desk());
        HelpColumns help = HelpColumns.of(incident.help());
        Milestones when = incident.milestones();
        sql.update(
                """
                UPDATE incident
                   SET priority = ?, exercise = ?, presses = ?, last_signal_at = ?, displayed_at = ?,
                       escalated_at = ?, taken_at = ?,
                       dispatched_at = ?, desk = ?, keeper = ?::uuid, closed_at = ?::timestamptz, closed_by = ?::uuid,
                       cause = ?::text, action = ?::text, close_note = ?::text, help = ?, responder = ?::uuid,
                       expected_at = ?::timestamptz, contact_attempts = ?, voice_contact = ?, was_on_scene = ?,
                       last_seq = ?, last_hash = ?, ladder = ?::text, ladder_version = ?::integer
                 WHERE id = ?
                """,
                incident.priority(), incident.exercise(), incident.presses(), incident.lastSignalAt(),
                when.displayedAt().orElse(null),
                when.escalatedAt().orElse(null), when.takenAt().orElse(null),
                when.dispatchedAt().orElse(null),
                desk.word(), desk.keeper(), desk.closedAt(), desk.closedBy(), desk.cause(), desk.action(),
                desk.note(),
                help.word(), help.responder(), help.expectedAt(), incident.contacting().attempts(),
                incident.contacting().voiceContact(), incident.contacting().wasOnScene(),
                incident.fileEnd().seq(),
                incident.fileEnd().hash(), incident.ladder().map(LadderVersion::ladder).orElse(null),
                incident.ladder().map(LadderVersion::version).orElse(null), incident.id());
    }

    /** @param receipt the message behind the event, if one was */
    void append(Incident incident, Event event, @Nullable UUID receipt) {
        sql.update(
                """
                INSERT INTO incident_event (incident, seq, organisation, division, at, kind, actor, receipt, body, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?)
                """,
                event.incident(), event.seq(), incident.jurisdiction().organisation(),
                incident.jurisdiction().division(), event.at(), event.kind(), event.actor().text(), receipt,
                event.body(), event.hash());
    }

    /** When somebody last wrote into an incident's file, if they did. */
    Optional<Instant> lastBy(Incident incident, Actor actor) {
        return sql.get("SELECT max(at) AS last FROM incident_event WHERE incident = ? AND actor = ?",
                row -> row.findInstant("last"), incident.id(), actor.text());
    }

    /** How many entries of a kind an incident's file has. */
    int count(Incident incident, EventKind kind) {
        return sql.get("SELECT count(*)::int AS entries FROM incident_event WHERE incident = ? AND kind = ?",
                row -> row.number("entries"), incident.id(), kind);
    }

    /** What was before, as the file says. */
    Past past(Incident incident) {
        return new Past(file(incident.id()));
    }

    /** The incident's file, oldest entry first. */
    public List<Event> file(IncidentId id) {
        return sql.list(
                """
                SELECT incident, seq, at, kind, actor, body, hash FROM incident_event WHERE incident = ? ORDER BY seq
                """,
                row -> new Event(new IncidentId(row.uuid("incident")), row.number("seq"), row.instant("at"),
                        row.word("kind", EventKind.class), new Actor(row.text("actor")), row.text("body"),
                        row.bytes("hash")),
                id);
    }

    private record DeskColumns(String word, @Nullable StaffId keeper, @Nullable Instant closedAt,
            @Nullable StaffId closedBy, @Nullable String cause, @Nullable String action,
            @Nullable Object note) {

        static DeskColumns of(DeskTrack desk) {
            return switch (desk) {
                case DeskTrack.Queued() -> new DeskColumns("queued", null, null, null, null, null, null);
                case DeskTrack.Kept(StaffId by) -> new DeskColumns("kept", by, null, null, null, null, null);
                case DeskTrack.Closed(StaffId by, Instant at, Closing closing) ->
                    new DeskColumns("closed", null, at,
                            by, Word.of(closing.cause()), closing.action().code(), closing.note());
            };
        }

        static DeskTrack read(Row row) {
            return switch (row.text("desk")) {
                case "queued" -> new DeskTrack.Queued();
                case "kept" -> new DeskTrack.Kept(new StaffId(row.uuid("keeper")));
                default -> new DeskTrack.Closed(new StaffId(row.uuid("closed_by")), row.instant("closed_at"),
                        new Closing(row.word("cause", Cause.class), Action.ofCode(row.text("action")),
                                row.secret("close_note")));
            };
        }
    }

    private record HelpColumns(String word, @Nullable ResponderId responder, @Nullable Instant expectedAt) {

        static HelpColumns of(HelpTrack help) {
            return switch (help) {
                case HelpTrack.NotAsked() -> new HelpColumns("not-asked", null, null);
                case HelpTrack.Asking() -> new HelpColumns("asking", null, null);
                case HelpTrack.Coming(ResponderId who, Instant at) -> new HelpColumns("coming", who, at);
                case HelpTrack.OnScene(ResponderId who) -> new HelpColumns("on-scene", who, null);
                case HelpTrack.Done(ResponderId who) -> new HelpColumns("done", who, null);
                case HelpTrack.Withdrawn() -> new HelpColumns("withdrawn", null, null);
            };
        }

        static HelpTrack read(Row row) {
            return switch (row.text("help")) {
                case "not-asked" -> new HelpTrack.NotAsked();
                case "asking" -> new HelpTrack.Asking();
                case "coming" -> new HelpTrack.Coming(new ResponderId(row.uuid("responder")),
                        row.instant("expected_at"));
                case "on-scene" -> new HelpTrack.OnScene(new ResponderId(row.uuid("responder")));
                case "done" -> new HelpTrack.Done(new ResponderId(row.uuid("responder")));
                default -> new HelpTrack.Withdrawn();
            };
        }
    }

    private static Incident incident(Row row) {
        return new Incident(new IncidentId(row.uuid("id")), Jurisdiction.of(row), row.text("number"),
                row.uuid("subject"), row.findUuid("resident").map(ResidentId::new),
                row.findUuid("device").map(DeviceId::new), AlarmType.stored(row.text("type")),
                row.number("priority"),
                row.text("rule"), row.flag("exercise"), row.instant("opened_at"),
                row.findInstant("device_time"),
                row.word("age_band", AgeBand.class), row.number("presses"), row.instant("last_signal_at"),
                new Milestones(row.findInstant("displayed_at"), row.findInstant("escalated_at"),
                        row.findInstant("taken_at"), row.findInstant("dispatched_at")),
                DeskColumns.read(row), HelpColumns.read(row),
                new Contacting(row.number("contact_attempts"), row.flag("voice_contact"),
                        row.flag("was_on_scene")),
                new FileEnd(row.number("last_seq"), row.bytes("last_hash")),
                row.findText("ladder").map(ladder -> new LadderVersion(ladder, row.number("ladder_version"))),
                row.findUuid("service_order"));
    }
}
