package anxin.dispatcher.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.dispatcher.TestClock;
import anxin.dispatcher.notification.TestProvider.Says;
import anxin.dispatcher.store.Json;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Protected;
import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, and what its answers mean. */
class SignedHttpTest {

    private final TestClock clock = new TestClock();
    private final TestProvider provider = new TestProvider();

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void the_provider_can_check_who_sent_it_and_knows_a_repetition() {
        assertThat(carry(Template.STANDARD)).isEqualTo(new Carried.Sent());
        carry(Template.STANDARD);

        TestProvider.Heard heard = provider.heard().getFirst();
        String timestamp = String.valueOf(heard.headers().get("x-anxin-timestamp"));
        assertThat(timestamp).isEqualTo(Long.toString(clock.instant().getEpochSecond()));
        assertThat(heard.headers().get("x-anxin-signature"))
                .isEqualTo(Signature.of(TestProvider.SECRET, Long.parseLong(timestamp), heard.body()));
        assertThat(Json.read(heard.body(), new TypeReference<Map<String, String>>() {
        })).isEqualTo(Map.of("channel", "sms", "key", message().key(), "phone", "13700000001", "text",
                "他说：\"来\"\n{{phone}}"));
        assertThat(provider.heard()).extracting(TestProvider.Heard::key).containsOnly(message().key());
    }

    @Test
    void the_signature_of_the_page_is_right() {
        assertThat(Signature.of(new Protected("a-shared-secret"), 1_795_259_527L,
                "{\"channel\":\"sms\",\"key\":\"k-1\",\"phone\":\"13700000001\",\"text\":\"hello\"}"))
                .isEqualTo("569248d88a4cb36ac5c11ceb6d5ccfe7f7fdb1635e827e0d58df9e9c032ddf0d");
    }

    @Test
    void a_form_is_escaped_as_a_form() {
        carry(new Template("to={{phone}}&content={{text}}&id={{key}}"));

        assertThat(provider.heard().getFirst().body()).startsWith("to=13700000001&content=%E4%BB%96")
                .contains("%22").doesNotContain("\"");
        assertThat(provider.heard().getFirst().headers().get("content-type"))
                .isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void answers_mean_what_they_mean_to_everybody() {
        provider.answers(new Says(202, "{\"state\":\"delivered\"}"), new Says(200, "x".repeat(100_000)),
                new Says(400, "no"), new Says(401, ""), new Says(408, ""), new Says(429, ""),
                new Says(500, "13700000001"), new Says(302, ""));

        assertThat(carry(Template.STANDARD)).isEqualTo(new Carried.Delivered());
        assertThat(carry(Template.STANDARD)).isEqualTo(new Carried.Sent());
        assertThat(carry(Template.STANDARD)).isEqualTo(new Carried.Refused("HTTP 400"));
        assertThat(carry(Template.STANDARD)).isEqualTo(new Carried.Refused("HTTP 401"));
        assertThat(carry(Template.STANDARD)).isEqualTo(new Carried.Failed("HTTP 408"));
        assertThat(carry(Template.STANDARD)).isEqualTo(new Carried.Failed("HTTP 429"));
        assertThat(carry(Template.STANDARD)).isEqualTo(new Carried.Failed("HTTP 500"));
        assertThat(carry(Template.STANDARD)).isEqualTo(new Carried.Failed("HTTP 302"));
        assertThat(provider.heard()).as("a redirect is not followed").hasSize(8);
    }

    @Test
    void who_says_nothing_is_not_waited_for() {
        provider.fallsSilent();

        assertThat(carry(Template.STANDARD)).isEqualTo(new Carried.Failed("no answer in time"));
    }

    @Test
    void who_is_not_there_is_a_fault_without_personal_text() {
        Provider nobody = new Provider(URI.create("http://127.0.0.1:1/"), TestProvider.SECRET,
                Template.STANDARD);
        try (SignedHttp http = new SignedHttp(nobody, clock)) {
            assertThat(http.carry(message())).isEqualTo(new Carried.Failed("not reached: ConnectException"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://sms.example.com/send", "http://10.0.0.5/",
        "http://169.254.169.254/latest",
        "http://localhost.example.com/", "http://127.0.0.1.example.com/", "http://[fe80::1]/",
        "ftp://sms.example.com/", "https:/no-host", "https://user:pass@sms.example.com/",
        "https://sms.example.com/#x", "file:///etc/passwd", "http://0/", "http://2130706433/", "//host/path"})
    void S19_an_address_in_clear_text_or_of_another_kind_is_refused(String url) {
        assertThatThrownBy(() -> new Provider(URI.create(url), TestProvider.SECRET, Template.STANDARD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://sms.example.com/send", "http://127.0.0.1:8000/", "http://localhost/x",
        "http://[::1]:9/"})
    void what_is_encrypted_or_stays_in_the_house_is_taken(String url) {
        assertThat(new Provider(URI.create(url), TestProvider.SECRET, Template.STANDARD).url().getHost())
                .isNotEmpty();
    }

    @Test
    void a_template_without_a_place_for_the_text_is_refused() {
        assertThatThrownBy(() -> new Template("{\"to\":\"{{phone}}\"}")).hasMessageContaining("{{text}}");
        assertThatThrownBy(() -> new Template("{\"to\":\"{{phone}}\",\"t\":\"{{text}}{{name}}\"}"))
                .hasMessageContaining("{{name}}").hasMessageContaining("{{channel}}");
    }

    private Carried carry(Template template) {
        try (SignedHttp http = new SignedHttp(provider.provider(template), clock, Duration.ofMillis(800))) {
            return http.carry(message());
        }
    }

    private Notification message() {
        UUID id = new UUID(7, 1);
        return new Notification(id, new Jurisdiction(id, "150627100"), id + "/please-look/" + id + "/1", id,
                What.PLEASE_LOOK,
                new Recipient(Recipient.Kind.CONTACT, id, new Protected("13700000001")), Channel.SMS,
                new Protected("他说：\"来\"\n{{phone}}"), "safe", NotificationState.SENDING, clock.instant(), 1,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
