package anxin.dispatcher;

import anxin.dispatcher.device.Device;
import anxin.dispatcher.device.DeviceFamily;
import anxin.dispatcher.device.DeviceId;
import anxin.dispatcher.device.DeviceKind;
import anxin.dispatcher.incident.AgeBand;
import anxin.dispatcher.incident.Alarm;
import anxin.dispatcher.incident.AlarmType;
import anxin.dispatcher.incident.Staff;
import anxin.dispatcher.incident.StaffId;
import anxin.dispatcher.organisation.Organisation;
import anxin.dispatcher.organisation.OrganisationStore;
import anxin.dispatcher.place.Place;
import anxin.dispatcher.place.TravelMode;
import anxin.dispatcher.resident.Contact;
import anxin.dispatcher.resident.Gender;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.responder.Duty;
import anxin.dispatcher.responder.Responder;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.responder.ResponderKind;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Protected;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A few invented people in Altanxire, to press, to go and to keep the desk. */
public final class TestTown {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Place DOOR = new Place(39.6050, 109.7810);

    private final Dispatcher dispatcher;
    private final Organisation organisation;

    private TestTown(Dispatcher dispatcher, Organisation organisation) {
        this.dispatcher = dispatcher;
        this.organisation = organisation;
    }

    public static TestTown foundedIn(Dispatcher dispatcher) {
        Organisation organisation = new Organisation(
                new Jurisdiction(dispatcher.ids().next(), "150627100"), "demo", "阿勒腾席热镇养老服务中心", ZONE,
                "12349");
        new OrganisationStore(dispatcher.sql()).add(organisation, dispatcher.clock().instant());
        return new TestTown(dispatcher, organisation);
    }

    public Organisation organisation() {
        return organisation;
    }

    public Jurisdiction jurisdiction() {
        return organisation.jurisdiction();
    }

    /** A resident with two contacts, living at the reference door. */
    public Resident resident(String name) {
        Resident resident = new Resident(new ResidentId(dispatcher.ids().next()), jurisdiction(),
                new Protected(name),
                Gender.FEMALE, LocalDate.of(1944, 3, 2), "mn", true, new Protected("13800002276"), "可汗路一带",
                new Protected("可汗路小区 3-2-101"), DOOR, Optional.of(new Protected("钥匙盒在水表箱")),
                Optional.of(new Protected("冠心病 支架 2021")), Optional.of(new Protected("有狗")),
                List.of("hearing"), List.of("diabetes"));
        dispatcher.residents().add(resident, dispatcher.clock().instant());
        dispatcher.residents().add(resident, contact(1, "其木格之子"));
        dispatcher.residents().add(resident, contact(2, "邻居刘建国"));
        return resident;
    }

    /** A caregiver on duty by e-bike whose phone says they are so far from the reference door. */
    public Responder minutesAway(String name, int minutes) {
        return minutesAway(name, minutes, Gender.FEMALE);
    }

    public Responder minutesAway(String name, int minutes, Gender gender) {
        double lineMeters = Math.max(0, minutes * 60 - 60) * 4.5 / 1.35;
        Place place = new Place(DOOR.latitude() + lineMeters / 111_195.0, DOOR.longitude());
        Responder responder = new Responder(new ResponderId(dispatcher.ids().next()), jurisdiction(),
                new Protected(name), new Protected("13900001111"), ResponderKind.CAREGIVER, gender,
                List.of("zh"), TravelMode.E_BIKE, place, LocalDate.of(2099, 1, 1), Duty.ON);
        dispatcher.responders().add(responder, dispatcher.clock().instant());
        dispatcher.responders().moved(responder.id(), place, 10.0, dispatcher.clock().instant());
        return responder;
    }

    /** A neighbour on foot whose phone says they are so far from the reference door as the crow flies. */
    public Responder neighbour(String name, int meters) {
        Place place = new Place(DOOR.latitude() + meters / 111_195.0, DOOR.longitude());
        Responder responder = new Responder(new ResponderId(dispatcher.ids().next()), jurisdiction(),
                new Protected(name), new Protected("13900002222"), ResponderKind.NEIGHBOUR, Gender.FEMALE,
                List.of("zh"), TravelMode.FOOT, place, LocalDate.of(2099, 1, 1), Duty.ON);
        dispatcher.responders().add(responder, dispatcher.clock().instant());
        dispatcher.responders().moved(responder.id(), place, 10.0, dispatcher.clock().instant());
        return responder;
    }

    /** A wristband with the secret {@code secret-of-<code>}. */
    public Device wristband(String code, Resident of) {
        return device(code, DeviceKind.WRISTBAND, Optional.of(of.id()));
    }

    public Device button(String code, Resident of) {
        return device(code, DeviceKind.BUTTON, Optional.of(of.id()));
    }

    public Device unclaimedWristband(String code) {
        return device(code, DeviceKind.WRISTBAND, Optional.empty());
    }

    /** A zigbee2mqtt hub with the secret {@code secret-of-<code>}. */
    public Device hub(String code) {
        Device hub = new Device(new DeviceId(dispatcher.ids().next()), jurisdiction(), "demo", code,
                DeviceFamily.ZIGBEE2MQTT, DeviceKind.HUB, "zigbee2mqtt/" + code, Optional.empty(),
                Optional.empty());
        dispatcher.devices().add(hub, sha256("secret-of-" + code), dispatcher.clock().instant());
        return hub;
    }

    public Device buttonBehind(Device hub, String friendlyName, Resident of) {
        Device button = new Device(new DeviceId(dispatcher.ids().next()), jurisdiction(), "demo",
                friendlyName,
                DeviceFamily.ZIGBEE2MQTT, DeviceKind.BUTTON, hub.topic(), Optional.of(hub.id()),
                Optional.of(of.id()));
        dispatcher.devices().add(button, null, dispatcher.clock().instant());
        return button;
    }

    public Staff operator() {
        return new Staff(new StaffId(dispatcher.ids().next()), jurisdiction());
    }

    /** The alarm of one press now. */
    public Alarm press(Device device) {
        return new Alarm(jurisdiction(), device.resident(), Optional.of(device.id()), AlarmType.SOS_WRISTBAND,
                Optional.empty(), Optional.empty(), Optional.empty(), dispatcher.clock().instant(),
                AgeBand.LIVE, false);
    }

    private Device device(String code, DeviceKind kind, Optional<ResidentId> resident) {
        Device device = new Device(new DeviceId(dispatcher.ids().next()), jurisdiction(), "demo", code,
                DeviceFamily.NATIVE, kind, "anxin/v1/demo/" + code, Optional.empty(), resident);
        dispatcher.devices().add(device, sha256("secret-of-" + code), dispatcher.clock().instant());
        return device;
    }

    private Contact contact(int rank, String name) {
        return new Contact(dispatcher.ids().next(), rank, new Protected(name),
                rank == 1 ? "son" : "neighbour",
                new Protected("1370000000" + rank), rank == 2);
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
