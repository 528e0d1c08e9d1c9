package anxin.simulators.town;

import anxin.simulators.town.TownDevice.Family;
import anxin.simulators.town.TownDevice.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * The people and things of one demonstration, as the server's demo command wrote them down.
 *
 * @param residents who may call 12349 for a service; none in an older file, and then nobody orders
 */
public record Town(String tenant, List<TownDevice> devices, List<TownCaregiver> caregivers,
        List<TownOperator> operators, List<TownResident> residents) {

    public Town {
        devices = List.copyOf(devices);
        caregivers = List.copyOf(caregivers);
        operators = List.copyOf(operators);
        residents = List.copyOf(residents);
    }

    public static Town read(Path file) {
        try {
            return of(new Fields(new ObjectMapper().readTree(Files.readString(file)), file, ""));
        } catch (JsonProcessingException e) {
            throw new TownFileException("town file " + file + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new TownFileException("town file " + file + " cannot be read; "
                    + "the server's demo command writes one", e);
        }
    }

    /** Those that speak our own format, each with its own connection. */
    public List<TownDevice> listNativeDevices() {
        return listDevices(device -> device.family() == Family.NATIVE);
    }

    /** Those that speak through a hub. */
    public List<TownDevice> listHubDevices() {
        return listDevices(device -> device.family() == Family.ZIGBEE2MQTT);
    }

    private List<TownDevice> listDevices(Predicate<TownDevice> wanted) {
        return devices.stream().filter(wanted).toList();
    }

    private static Town of(Fields town) {
        return new Town(town.text("tenant"),
                town.list("devices").stream().map(Town::device).toList(),
                town.list("caregivers").stream().map(Town::caregiver).toList(),
                town.list("operators").stream().map(Town::operator).toList(),
                town.listOrNone("residents").stream().map(Town::resident).toList());
    }

    private static TownDevice device(Fields device) {
        String id = device.text("id");
        return new TownDevice(id, device.word("kind", Kind.class), device.word("family", Family.class),
                device.text("user"), device.text("secret"), device.text("topic"),
                device.textOr("name", id), device.place());
    }

    private static TownCaregiver caregiver(Fields caregiver) {
        return new TownCaregiver(login(caregiver), caregiver.place(), caregiver.flag("simulated"));
    }

    private static TownOperator operator(Fields operator) {
        return new TownOperator(login(operator), operator.flag("simulated"));
    }

    private static TownResident resident(Fields resident) {
        return new TownResident(resident.text("id"), resident.text("name"));
    }

    private static Login login(Fields person) {
        return new Login(person.text("login"), person.text("password"));
    }
}
