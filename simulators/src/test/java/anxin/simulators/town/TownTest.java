package anxin.simulators.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TownTest {

    private static final String TOWN = """
            {"tenant":"demo","devices":[
              {"id":"wb-0001","kind":"wristband","family":"native","user":"wb-0001","secret":"s1",
               "topic":"anxin/v1/demo/wb-0001","latitude":39.6,"longitude":109.8},
              {"id":"zb-0001","kind":"zigbee-button","family":"zigbee2mqtt","user":"hub-012","secret":"s2",
               "topic":"zigbee2mqtt/hub-012","name":"sos-bedroom","latitude":39.6,"longitude":109.8}],
             "caregivers":[{"login":"hu02","password":"p","name":"Naren","latitude":39.61,"longitude":109.79,"simulated":true}],
             "operators":[{"login":"seat3","password":"p","simulated":true}]}""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void a_town_has_wristbands_of_its_own_and_buttons_behind_a_hub() throws IOException {
        Town town = read(TOWN);

        assertThat(town.listNativeDevices()).extracting(TownDevice::id).containsExactly("wb-0001");
        assertThat(town.listHubDevices()).extracting(TownDevice::user, TownDevice::name)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("hub-012", "sos-bedroom"));
    }

    @Test
    void an_older_file_names_no_residents_and_a_newer_one_does() throws IOException {
        String newer = TOWN.replace("{\"tenant\"",
                "{\"residents\":[{\"id\":\"r-1\",\"name\":\"Wuyun\"}],\"tenant\"");

        assertThat(read(TOWN).residents()).isEmpty();
        assertThat(read(newer).residents()).containsExactly(new TownResident("r-1", "Wuyun"));
        assertThat(read(newer).toString()).doesNotContain("Wuyun");
    }

    @Test
    void a_wrong_word_is_named_with_its_place_and_the_right_words() {
        String wrong = TOWN.replace("\"wristband\"", "\"bracelet\"");

        assertThatThrownBy(() -> read(wrong)).isInstanceOf(TownFileException.class).hasMessageContaining(
                "devices[0].kind is 'bracelet'; write one of wristband, button, zigbee-button");
    }

    @Test
    void a_missing_secret_is_named_with_its_place() {
        String wrong = TOWN.replace("\"secret\":\"s2\",", "");

        assertThatThrownBy(() -> read(wrong)).hasMessageContaining("devices[1].secret must be a text");
    }

    @Test
    void a_caregiver_outside_the_world_is_named() {
        String wrong = TOWN.replace("39.61", "139.61");

        assertThatThrownBy(() -> read(wrong))
                .hasMessageContaining("caregivers[0].latitude must be a number from -90");
    }

    @Test
    void a_file_that_is_not_there_says_who_writes_it() {
        assertThatThrownBy(() -> Town.read(folder.resolve("none.json"))).isInstanceOf(TownFileException.class)
                .hasMessageContaining("demo command");
    }

    @Test
    void secrets_and_passwords_do_not_reach_a_log_by_accident() throws IOException {
        assertThat(read(TOWN).toString()).doesNotContain("s1", "s2", "Naren").doesNotContain("password");
    }

    private Town read(String text) throws IOException {
        Path file = folder.resolve("town.json");
        Files.writeString(file, text);
        return Town.read(file);
    }
}
