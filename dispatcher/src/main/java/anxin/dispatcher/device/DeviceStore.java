package anxin.dispatcher.device;

import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Sql;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The device registry and the last known level of each signal. */
public final class DeviceStore {

    private static final String COLUMNS = "id, organisation, division, tenant, code, family, kind, topic, hub, resident";

    private final Sql sql;

    public DeviceStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * The device with this name and secret.
     *
     * @param credentialHash SHA-256 of the secret
     */
    public Optional<Device> findByCredential(String code, byte[] credentialHash) {
        return sql.find("SELECT " + COLUMNS + """
                  FROM device
                 WHERE code = ? AND hub IS NULL AND credential = ? AND retired_at IS NULL
                """, DeviceStore::device, code, credentialHash);
    }

    /** The device of this friendly name behind a hub. */
    public Optional<Device> findOnHub(DeviceId hub, String friendlyName) {
        return sql.find("SELECT " + COLUMNS + """
                  FROM device
                 WHERE hub = ? AND code = ? AND retired_at IS NULL
                """, DeviceStore::device, hub, friendlyName);
    }

    public Device get(DeviceId id) {
        return sql.get("SELECT " + COLUMNS + " FROM device WHERE id = ?", DeviceStore::device, id);
    }

    /** Takes the device for the current transaction: one message of a device is decided at a time. */
    public void lock(DeviceId id) {
        sql.get("SELECT id FROM device WHERE id = ? FOR UPDATE", row -> row.uuid("id"), id);
    }

    /**
     * Records what a level signal says now.
     *
     * @return whether it was raised before
     */
    public boolean swapLevel(Device device, String signal, boolean raised, Instant now) {
        Optional<Boolean> before = sql.find(
                "SELECT raised FROM device_signal WHERE device = ? AND signal = ?",
                row -> row.flag("raised"), device.id(), signal);
        sql.update(
                """
                INSERT INTO device_signal (device, signal, organisation, division, raised, changed_at, confirmed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (device, signal) DO UPDATE
                   SET raised = excluded.raised,
                       changed_at = CASE WHEN device_signal.raised = excluded.raised THEN device_signal.changed_at
                                         ELSE excluded.changed_at END,
                       confirmed_at = excluded.confirmed_at
                """,
                device.id(), signal, device.jurisdiction().organisation(), device.jurisdiction().division(),
                raised,
                now, now);
        return before.orElse(false);
    }

    /** @param credentialHash SHA-256 of the secret; null for a device behind a hub */
    public void add(Device device, byte @Nullable [] credentialHash, Instant now) {
        sql.update(
                """
                INSERT INTO device (id, organisation, division, tenant, code, family, kind, credential, topic, hub,
                                    resident, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                device.id(), device.jurisdiction().organisation(), device.jurisdiction().division(),
                device.tenant(), device.code(), device.family(), device.kind(), credentialHash,
                device.topic(),
                device.hub().orElse(null), device.resident().orElse(null), now);
    }

    private static Device device(Row row) {
        return new Device(new DeviceId(row.uuid("id")), Jurisdiction.of(row), row.text("tenant"),
                row.text("code"),
                row.word("family", DeviceFamily.class), row.word("kind", DeviceKind.class), row.text("topic"),
                row.findUuid("hub").map(DeviceId::new), row.findUuid("resident").map(ResidentId::new));
    }
}
