package anxin.main.browser;

import anxin.dispatcher.TestDatabase;
import anxin.dispatcher.place.Place;
import anxin.dispatcher.resident.Gender;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.store.Database;
import anxin.main.AnxinServer;
import anxin.main.Settings;
import anxin.main.demo.DemoTown;
import anxin.main.demo.TownFile;
import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The demo town on a server of its own, and screens of its people. */
final class BrowserTown implements AutoCloseable {

    /** Where phones are unless they go somewhere. */
    static final Place CENTRE = new Place(39.605, 109.781);

    private final AnxinServer server;
    private final TownFile town;

    private BrowserTown(AnxinServer server, TownFile town) {
        this.server = server;
        this.town = town;
    }

    static BrowserTown found(Path folder) {
        AnxinServer server = AnxinServer.start(settings(folder), line -> {});
        TownFile town = DemoTown.in(server.dispatcher(), server.accounts(), folder.resolve("town.json"),
                new Random(1),
                line -> {});
        return new BrowserTown(server, town);
    }

    TownFile file() {
        return town;
    }

    int mqttPort() {
        return server.mqttPort();
    }

    List<TownFile.TownDevice> wristbands() {
        return town.devices().stream().filter(device -> device.kind().equals("wristband")).toList();
    }

    /** @param number from 1; the demo's entitlements follow from it */
    Resident resident(int number) {
        return server.dispatcher().residents().get(new ResidentId(town.residents().get(number - 1).id()));
    }

    TownFile.Caregiver caregiver(String login) {
        return town.caregivers().stream().filter(each -> each.login().equals(login)).findFirst()
                .orElseThrow();
    }

    /** The logins of caregivers of one sex. */
    List<String> caregivers(Gender gender) {
        return server.dispatcher().sql().list("""
                SELECT a.login FROM account a JOIN responder r ON r.id = a.responder
                 WHERE r.gender = ? AND r.kind = 'caregiver' ORDER BY a.login
                """, row -> row.text("login"), gender);
    }

    Screen desk(Chromium chromium, String login) {
        TownFile.Operator operator = town.operators().stream().filter(each -> each.login().equals(login))
                .findFirst()
                .orElseThrow();
        Screen desk = chromium.open(login, new Browser.NewContextOptions().setViewportSize(1366, 768));
        desk.signIn(url("/desk.html"), login, operator.password());
        return desk;
    }

    Screen phoneOnDuty(Chromium chromium, String login) {
        Screen phone = chromium.open(login,
                new Browser.NewContextOptions().setViewportSize(390, 844)
                        .setHasTouch(true).setGeolocation(CENTRE.latitude(), CENTRE.longitude())
                        .setPermissions(List.of("geolocation")));
        phone.signIn(url("/phone.html"), login, caregiver(login).password());
        phone.press("duty-toggle");
        phone.shows("position-state", "已上报");
        return phone;
    }

    private String url(String page) {
        return "http://127.0.0.1:" + server.webPort() + page;
    }

    private static Settings settings(Path folder) {
        Database.Address database = TestDatabase.fresh();
        String url = database.url().replaceFirst("^jdbc:postgresql://",
                "postgresql://" + database.user() + ":" + database.password().reveal() + "@");
        return Settings.read(Optional.empty(), Map.of(), Map.of("web.port", "0", "mqtt.port", "0", "data.dir",
                folder.toString(), "database.url", url));
    }

    @Override
    public void close() {
        server.close();
    }
}
