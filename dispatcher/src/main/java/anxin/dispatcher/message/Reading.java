package anxin.dispatcher.message;

import anxin.dispatcher.device.Device;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a decoder makes of a message. */
public sealed interface Reading {

    /**
     * It is understood.
     *
     * @param device     who speaks: the sender, or a device behind it
     * @param deviceTime when it happened by the device's own clock
     * @param claimed    what the device itself thinks of its clock
     */
    record Understood(Device device, MessageKey key, List<Signal> signals, Optional<Instant> deviceTime,
            Optional<TimeQuality> claimed, boolean exercise) implements Reading {

        Understood withTime(Optional<Instant> time) {
            return new Understood(device, key, signals, time, claimed, exercise);
        }
    }

    /**
     * It is not; it is kept raw and shown to a human.
     *
     * @param lifeLooking whether it could be a call for life: then a duty leader sees it within 60 s
     */
    record Unreadable(String reason, boolean lifeLooking) implements Reading {}
}
