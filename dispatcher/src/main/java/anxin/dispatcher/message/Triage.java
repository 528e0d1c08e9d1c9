package anxin.dispatcher.message;

import anxin.dispatcher.device.DeviceKind;
import anxin.dispatcher.incident.AlarmType;
import java.util.Optional;
import java.util.Set;

/** Decides what a signal is, from its word and from what the device is registered as. Pure. */
final class Triage {

    private static final Set<String> TELEMETRY = Set.of("vitals", "location", "meter", "heartbeat",
            "temperature", "signal");

    private static final Set<String> STATES = Set.of("motion", "presence_on", "presence_off", "door_open",
            "door_closed",
            "in_bed", "wearable_removed", "away_on", "away_off", "home_press", "help_arrived",
            "help_needed_still",
            "device_online", "bridge_online", "bridge", "released", "command_result", "geofence_enter");

    private Triage() {}

    /** Whether the vocabulary has this word. What it does not have is shown to a human. */
    static boolean knows(String kind) {
        return TELEMETRY.contains(kind) || STATES.contains(kind) || kind.equals("fall_suspected")
                || AlarmType.ofKind(kind).isPresent();
    }

    /** What a signal means. */
    sealed interface Meaning {

        /** Somebody may need help. */
        record CallForHelp(AlarmType type) implements Meaning {}

        /** It goes into a bin and no further. */
        record ForTheBin(Bin bin) implements Meaning {}
    }

    static Meaning meaning(Signal signal, DeviceKind device) {
        if (TELEMETRY.contains(signal.kind())) {
            return new Meaning.ForTheBin(Bin.TELEMETRY);
        }
        Optional<AlarmType> type = typeOf(signal.kind(), device);
        if (type.isEmpty()) {
            return new Meaning.ForTheBin(Bin.STATE);
        }
        return switch (type.get().alarmClass()) {
            case TECHNICAL -> new Meaning.ForTheBin(Bin.TECHNICAL);
            case TEST -> new Meaning.ForTheBin(Bin.TEST);
            case STATE -> new Meaning.ForTheBin(Bin.STATE);
            case LIFE, SAFETY, INACTIVITY, CARE, SOCIAL -> signal.state() == Signal.State.RAISE
                    ? new Meaning.CallForHelp(type.get())
                    : new Meaning.ForTheBin(Bin.STATE);
        };
    }

    private static Optional<AlarmType> typeOf(String kind, DeviceKind device) {
        return switch (kind) {
            case "sos" -> Optional.of(switch (device) {
                case WRISTBAND -> AlarmType.SOS_WRISTBAND;
                case CORD -> AlarmType.SOS_CORD;
                case BUTTON, SENSOR, HUB -> AlarmType.SOS_BUTTON;
            });
            case "fall_suspected" -> Optional.of(AlarmType.FALL_SUSPECTED);
            default -> AlarmType.ofKind(kind);
        };
    }
}
