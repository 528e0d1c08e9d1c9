package anxin.dispatcher.incident;

import java.util.Arrays;
import java.util.Optional;

/**
 * The alarm taxonomy. A kind is what a device can say; types of the same kind for one resident are one incident.
 * Types without a priority are recorded in a bin and never open an incident by themselves.
 */
public enum AlarmType {
    SOS_BUTTON("sos.button", "sos", AlarmClass.LIFE, 1),
    SOS_CORD("sos.cord", "sos", AlarmClass.LIFE, 1),
    SOS_WRISTBAND("sos.wristband", "sos", AlarmClass.LIFE, 1),
    FALL_DETECTED("fall.detected", "fall", AlarmClass.LIFE, 1),
    FALL_SUSPECTED("fall.detected", "fall", AlarmClass.LIFE, 2),
    FALL_MOTIONLESS("fall.motionless", "motionless", AlarmClass.LIFE, 1),
    SMOKE("smoke", "smoke", AlarmClass.LIFE, 1),
    GAS("gas", "gas", AlarmClass.LIFE, 1),
    CARBON_MONOXIDE("carbon.monoxide", "co", AlarmClass.LIFE, 1),
    WANDER_EXIT("wander.exit", "geofence_exit", AlarmClass.SAFETY, 2),
    DOOR_OPEN_LONG("door.open.long", "door_open_long", AlarmClass.SAFETY, 2),
    WATER_LEAK("water.leak", "water_leak", AlarmClass.SAFETY, 2),
    INTRUDER_SILENT("intruder.silent", "intruder", AlarmClass.SAFETY, 1),
    MOTION_NONE("motion.none", "inactivity", AlarmClass.INACTIVITY, 2),
    WATER_NONE("water.none", "no_water", AlarmClass.INACTIVITY, 3),
    BED_NOT_LEFT("bed.not.left", "out_of_bed", AlarmClass.INACTIVITY, 3),
    MEAL_UNANSWERED("meal.unanswered", "meal_unanswered", AlarmClass.CARE, 3),
    VISIT_MISSED("visit.missed", "visit_missed", AlarmClass.CARE, 3),
    SERVICE_KEY("service.key", "service_call", AlarmClass.SOCIAL, 4),
    BATTERY_LOW("battery.low", "low_battery", AlarmClass.TECHNICAL, 0),
    MAINS_FAILED("mains.failed", "power_lost", AlarmClass.TECHNICAL, 0),
    TAMPER("tamper", "tamper", AlarmClass.TECHNICAL, 0),
    DEVICE_FAULT("device.fault", "device_fault", AlarmClass.TECHNICAL, 0),
    OFFLINE("offline", "device_offline", AlarmClass.TECHNICAL, 0),
    HOME_BLIND("offline", "bridge_offline", AlarmClass.TECHNICAL, 0),
    TEST_PRESS("test.press", "test_alarm", AlarmClass.TEST, 0);

    private final String word;
    private final String kind;
    private final AlarmClass alarmClass;
    private final int priority;

    AlarmType(String word, String kind, AlarmClass alarmClass, int priority) {
        this.word = word;
        this.kind = kind;
        this.alarmClass = alarmClass;
        this.priority = priority;
    }

    /** The taxonomy's word, as in the glossary. */
    public String word() {
        return word;
    }

    /** The word devices use. */
    public String kind() {
        return kind;
    }

    public AlarmClass alarmClass() {
        return alarmClass;
    }

    /** 1 is the most urgent; 0 for types that never open an incident. */
    public int priority() {
        return priority;
    }

    public boolean opensIncident() {
        return priority > 0;
    }

    /** The type a stored incident was opened with. */
    static AlarmType stored(String constant) {
        return AlarmType.valueOf(constant);
    }

    /** The first type of a kind; `sos` needs the registry to tell a wristband from a button. */
    public static Optional<AlarmType> ofKind(String kind) {
        return Arrays.stream(values()).filter(type -> type.kind.equals(kind)).findFirst();
    }
}
