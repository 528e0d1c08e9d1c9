package anxin.main.demo;

import anxin.api.account.Accounts;
import anxin.api.http.Role;
import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.device.Device;
import anxin.dispatcher.device.DeviceFamily;
import anxin.dispatcher.device.DeviceId;
import anxin.dispatcher.device.DeviceKind;
import anxin.dispatcher.duty.DutyContact;
import anxin.dispatcher.duty.DutyRole;
import anxin.dispatcher.duty.DutyStore;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Founds the demo town once for a data folder: sixty residents, twelve responders, three operators, their devices. */
public final class DemoTown {

    private static final String CODE = "demo";
    private static final int RESIDENTS = 60;
    private static final int RESPONDERS = 12;
    private static final Place CENTRE = new Place(39.605, 109.781);

    private final Dispatcher dispatcher;
    private final Accounts accounts;
    private final RandomGenerator random;
    private final Names names;
    private final List<TownFile.TownDevice> devices = new ArrayList<>();
    private final List<TownFile.TownResident> residents = new ArrayList<>();

    private DemoTown(Dispatcher dispatcher, Accounts accounts, RandomGenerator random) {
        this.dispatcher = dispatcher;
        this.accounts = accounts;
        this.random = random;
        this.names = new Names(random);
    }

    /**
     * The town of a data folder; founds it when the database is empty.
     *
     * @param file   where the simulators read the secrets
     * @param random the same seed, the same people; secrets and passwords are never the same
     * @throws NotADemoException when the database holds a real organisation
     */
    public static TownFile in(Dispatcher dispatcher, Accounts accounts, Path file, RandomGenerator random,
            Consumer<String> progress) {
        Optional<Organisation> there = new OrganisationStore(dispatcher.sql()).findFirst();
        if (there.isPresent()) {
            if (there.get().code().equals(CODE) && Files.exists(file)) {
                return known(file, progress);
            }
            throw new NotADemoException("this database belongs to '" + there.get().code()
                    + "' and is no demo; use another ANXIN_DATA_DIR or database for the demo");
        }
        progress.accept("founding a small town (once)");
        DemoTown town = new DemoTown(dispatcher, accounts, random);
        return dispatcher.sql().transaction(() -> {
            TownFile founded = town.found();
            // Written before the commit: a town whose secrets nobody knows is worse than a file without a town.
            founded.write(file);
            return founded;
        });
    }

    private static TownFile known(Path file, Consumer<String> progress) {
        TownFile town = TownFile.read(file);
        if (town.residents().isEmpty()) {
            progress.accept(
                    "this town was founded before services could be ordered: its people call nobody for a meal; "
                            + "remove " + file.toAbsolutePath().getParent() + " for a new town");
        }
        return town;
    }

    private TownFile found() {
        Jurisdiction jurisdiction = new Jurisdiction(dispatcher.ids().next(), "150627100");
        DemoServices services = new DemoServices(dispatcher, jurisdiction);
        new OrganisationStore(dispatcher.sql()).add(new Organisation(jurisdiction, CODE, "阿勒腾席热镇养老服务中心（演示）",
                ZoneId.of("Asia/Shanghai"), "12349"), now());
        List<Responder> responders = new ArrayList<>();
        List<TownFile.Caregiver> caregivers = new ArrayList<>();
        for (int i = 1; i <= RESPONDERS; i++) {
            Responder responder = responder(jurisdiction, i);
            services.learnt(responder);
            responders.add(responder);
            caregivers.add(caregiver(responder, i));
        }
        services.open();
        for (int i = 1; i <= RESIDENTS; i++) {
            Resident resident = resident(jurisdiction, i, responders);
            services.entitled(resident, i);
            residents.add(new TownFile.TownResident(resident.id().uuid(), resident.name().reveal()));
        }
        duties(jurisdiction);
        List<TownFile.Operator> operators = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            operators.add(account(jurisdiction, "seat" + i, "坐席" + i, Role.OPERATOR, i == 3));
        }
        List<TownFile.Operator> others = List.of(
                account(jurisdiction, "leader", "值班长", Role.DUTY_LEADER, false),
                account(jurisdiction, "admin", "管理员", Role.ADMIN, false));
        return new TownFile(CODE, List.copyOf(devices), List.copyOf(residents), caregivers, operators,
                others);
    }

    private Responder responder(Jurisdiction jurisdiction, int number) {
        boolean mongolian = names.mongolian();
        ResponderKind kind = number <= 8
                ? ResponderKind.CAREGIVER
                : number <= 10 ? ResponderKind.VOLUNTEER : ResponderKind.NEIGHBOUR;
        TravelMode travel = switch (kind) {
            case CAREGIVER -> number % 4 == 0 ? TravelMode.CAR : TravelMode.E_BIKE;
            case VOLUNTEER -> TravelMode.E_BIKE;
            case NEIGHBOUR -> TravelMode.FOOT;
        };
        // The first one is for the person who tries the demo; they go on duty themselves.
        Responder responder = new Responder(new ResponderId(dispatcher.ids().next()), jurisdiction,
                new Protected(names.younger(mongolian)), new Protected(names.phone()), kind,
                random.nextBoolean() ? Gender.FEMALE : Gender.MALE,
                mongolian ? List.of("mn", "zh") : List.of("zh"),
                travel, somewhere(2.0), LocalDate.of(2030, 12, 31), Duty.OFF);
        dispatcher.responders().add(responder, now());
        return responder;
    }

    private TownFile.Caregiver caregiver(Responder responder, int number) {
        String login = "hu%02d".formatted(number);
        String password = accounts.inventPassword();
        accounts.open(responder.jurisdiction(), login, responder.name(), Role.CAREGIVER,
                Optional.of(responder.id()),
                password, false);
        return new TownFile.Caregiver(login, password, responder.name().reveal(), responder.base().latitude(),
                responder.base().longitude(), number > 1);
    }

    private Resident resident(Jurisdiction jurisdiction, int number, List<Responder> responders) {
        boolean mongolian = names.mongolian();
        String area = names.any(Names.AREAS);
        Resident resident = new Resident(new ResidentId(dispatcher.ids().next()), jurisdiction,
                new Protected(names.elder(mongolian)), random.nextInt(3) == 0 ? Gender.MALE : Gender.FEMALE,
                LocalDate.of(1932 + random.nextInt(26), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                mongolian ? "mn" : "zh", random.nextInt(10) < 7, new Protected(names.phone()), area,
                new Protected(
                        "示范小区 " + (1 + random.nextInt(12)) + "-" + (1 + random.nextInt(4)) + "-" + number),
                somewhere(4.0), protectedText(random.nextInt(3) == 0 ? "钥匙盒在水表箱旁，密码问值班长" : "邻居有钥匙"),
                protectedText(names.medical()), protectedText(names.doNot()), names.needs(),
                DemoServices.diet(number, mongolian));
        dispatcher.residents().add(resident, now());
        dispatcher.residents().add(resident, contact(1, names.any(List.of("son", "daughter"))));
        dispatcher.residents().add(resident, contact(2, "neighbour"));
        Responder familiar = names.any(responders);
        dispatcher.responders().knows(familiar, resident.id(), random.nextInt(3) == 0);
        switch (number % 4) {
            case 0 -> zigbeeButton(jurisdiction, number, resident);
            case 1 -> nativeDevice(jurisdiction, "btn-%04d".formatted(number), DeviceKind.BUTTON, resident);
            default ->
                nativeDevice(jurisdiction, "wb-%04d".formatted(number), DeviceKind.WRISTBAND, resident);
        }
        return resident;
    }

    private void duties(Jurisdiction jurisdiction) {
        for (DutyRole role : DutyRole.values()) {
            new DutyStore(dispatcher.sql()).add(new DutyContact(dispatcher.ids().next(), jurisdiction, role,
                    new Protected(names.younger(false)), new Protected(names.phone())), now());
        }
    }

    private void nativeDevice(Jurisdiction jurisdiction, String code, DeviceKind kind, Resident resident) {
        String secret = accounts.inventPassword();
        Device device = new Device(new DeviceId(dispatcher.ids().next()), jurisdiction, CODE, code,
                DeviceFamily.NATIVE, kind, "anxin/v1/" + CODE + "/" + code, Optional.empty(),
                Optional.of(resident.id()));
        dispatcher.devices().add(device, sha256(secret), now());
        devices.add(new TownFile.TownDevice(code, kind == DeviceKind.BUTTON ? "button" : "wristband",
                "native", code,
                secret, device.topic(), null, resident.place().latitude(), resident.place().longitude()));
    }

    private void zigbeeButton(Jurisdiction jurisdiction, int number, Resident resident) {
        String hubCode = "hub-%03d".formatted(number);
        String secret = accounts.inventPassword();
        Device hub = new Device(new DeviceId(dispatcher.ids().next()), jurisdiction, CODE, hubCode,
                DeviceFamily.ZIGBEE2MQTT, DeviceKind.HUB, "zigbee2mqtt/" + hubCode, Optional.empty(),
                Optional.of(resident.id()));
        dispatcher.devices().add(hub, sha256(secret), now());
        Device button = new Device(new DeviceId(dispatcher.ids().next()), jurisdiction, CODE, "sos-bedroom",
                DeviceFamily.ZIGBEE2MQTT, DeviceKind.BUTTON, hub.topic(), Optional.of(hub.id()),
                Optional.of(resident.id()));
        dispatcher.devices().add(button, null, now());
        devices.add(new TownFile.TownDevice(hubCode + "/sos-bedroom", "zigbee-button", "zigbee2mqtt", hubCode,
                secret,
                hub.topic(), "sos-bedroom", resident.place().latitude(), resident.place().longitude()));
    }

    private TownFile.Operator account(Jurisdiction jurisdiction, String login, String name, Role role,
            boolean simulated) {
        String password = accounts.inventPassword();
        accounts.open(jurisdiction, login, new Protected(name), role, Optional.empty(), password, false);
        return new TownFile.Operator(login, password, simulated);
    }

    private Contact contact(int rank, String relation) {
        return new Contact(dispatcher.ids().next(), rank, new Protected(names.younger(names.mongolian())),
                relation,
                new Protected(names.phone()), rank == 2);
    }

    private static Optional<Protected> protectedText(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new Protected(text));
    }

    private Place somewhere(double radiusKilometres) {
        double angle = random.nextDouble() * 2 * Math.PI;
        double distance = Math.sqrt(random.nextDouble()) * radiusKilometres;
        return new Place(CENTRE.latitude() + Math.sin(angle) * distance / 111.195,
                CENTRE.longitude() + Math.cos(angle) * distance / 85.7);
    }

    private Instant now() {
        return dispatcher.clock().instant();
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
