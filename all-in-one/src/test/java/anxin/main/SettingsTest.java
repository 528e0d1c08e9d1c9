package anxin.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.dispatcher.notification.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void a_flag_beats_the_environment_which_beats_the_file_which_beats_the_default() throws IOException {
        Path file = file("web.port=1001\nmqtt.port=1002\n");

        Settings settings = Settings.read(Optional.of(file),
                Map.of("ANXIN_WEB_PORT", "2001", "ANXIN_DATA_DIR", "/d"),
                Map.of("web.port", "3001"));

        assertThat(settings.webPort()).isEqualTo(3001);
        assertThat(settings.mqttPort()).isEqualTo(1002);
        assertThat(settings.dataFolder()).isEqualTo(Path.of("/d"));
        assertThat(settings.timeZone().getId()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void an_unknown_key_is_refused_wherever_it_stands() throws IOException {
        Path file = file("wep.port=1001\n");

        assertThatThrownBy(() -> Settings.read(Optional.of(file), Map.of(), Map.of()))
                .hasMessageContaining("wep.port")
                .hasMessageContaining("web.port");
        assertThatThrownBy(() -> Settings.read(Optional.empty(), Map.of("ANXIN_WEP_PORT", "1"), Map.of()))
                .hasMessageContaining("ANXIN_WEP_PORT").hasMessageContaining("ANXIN_WEB_PORT");
        assertThatThrownBy(() -> Settings.read(Optional.empty(), Map.of(), Map.of("wep.port", "1")))
                .hasMessageContaining("wep.port");
    }

    @Test
    void a_wrong_value_says_what_to_write() {
        assertThatThrownBy(() -> Settings.read(Optional.empty(), Map.of(), Map.of("web.port", "80800")))
                .hasMessage("web.port '80800' is not a port; write 0 to 65535");
        assertThatThrownBy(
                () -> Settings.read(Optional.empty(), Map.of(), Map.of("database.url", "localhost")))
                .hasMessageContaining("postgresql://user:password@host:port/database");
        assertThatThrownBy(() -> Settings.read(Optional.empty(), Map.of(), Map.of("time.zone", "Ordos")))
                .hasMessageContaining("Asia/Shanghai");
    }

    @Test
    void pages_and_devices_do_not_share_a_port() {
        assertThatThrownBy(() -> Settings.read(Optional.empty(), Map.of(), Map.of("mqtt.port", "8080")))
                .hasMessageContaining("both 8080");
    }

    @Test
    void without_a_provider_messages_stay_in_the_house() {
        Settings settings = Settings.read(Optional.empty(), Map.of(), Map.of());

        assertThat(settings.provider(Channel.SMS)).isEmpty();
        assertThat(settings.provider(Channel.VOICE)).isEmpty();
    }

    @Test
    void a_provider_is_reached_encrypted_and_with_a_secret() throws IOException {
        Path template = Files.writeString(folder.resolve("sms.json"),
                "{\"to\":\"{{phone}}\",\"text\":\"{{text}}\"}");
        Map<String, String> set = Map.of("sms.url", "https://sms.example.com/send", "sms.secret", "hush",
                "sms.template", template.toString());
        assertThat(Settings.read(Optional.empty(), Map.of(), set).provider(Channel.SMS)).isPresent();

        assertThatThrownBy(() -> Settings.read(Optional.empty(),
                Map.of("ANXIN_VOICE_URL", "http://voice.example.com/", "ANXIN_VOICE_SECRET", "hush"),
                Map.of())).hasMessageContaining("voice.url").hasMessageContaining("https://")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> Settings.read(Optional.empty(), Map.of(),
                Map.of("sms.url", "https://sms.example.com/send"))).hasMessageContaining("sms.secret");
        assertThatThrownBy(() -> Settings.read(Optional.empty(), Map.of(),
                Map.of("sms.url", "https://sms.example.com/send", "sms.secret", "hush", "sms.template",
                        folder.resolve("none").toString())))
                .hasMessageContaining("sms.template").hasMessageContaining("cannot read");
        Files.writeString(template, "{\"to\":\"{{phone}}\"}");
        assertThatThrownBy(() -> Settings.read(Optional.empty(), Map.of(), set))
                .hasMessageContaining("{{text}}");
    }

    @Test
    void the_password_in_a_wrong_database_url_is_not_repeated() {
        assertThatThrownBy(() -> Settings.read(Optional.empty(), Map.of(),
                Map.of("database.url", "mysql://u:secret@host/db"))).hasMessageNotContaining("secret");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("anxin.properties"), text);
    }
}
