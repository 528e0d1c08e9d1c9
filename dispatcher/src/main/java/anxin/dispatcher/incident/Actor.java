package anxin.dispatcher.incident;

import anxin.dispatcher.responder.ResponderId;

/** Who did something, as written into a file: an id, never a name. */
public record Actor(String text) {

    public static final Actor SYSTEM = new Actor("system");

    public static Actor of(StaffId staff) {
        return new Actor("staff:" + staff.uuid());
    }

    public static Actor of(ResponderId responder) {
        return new Actor("responder:" + responder.uuid());
    }

    static Actor of(Alarm alarm) {
        return alarm.device().map(device -> new Actor("device:" + device.uuid())).orElse(SYSTEM);
    }
}
