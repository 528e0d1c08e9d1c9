package anxin.main;

import java.util.Arrays;
import java.util.Optional;

/** Everything that can be set, with its default; nothing else can. */
enum Key {
    WEB_PORT("web.port", "8080", "port of the pages and the API, on loopback"),
    MQTT_PORT("mqtt.port", "1883", "port of the MQTT endpoint, on loopback"),
    DATA_DIR("data.dir", "data", "folder of the embedded database and the demo's accounts"),
    DATABASE_URL("database.url", "",
            "an external PostgreSQL 18: postgresql://user:password@host:port/database"),
    ORGANISATION_CODE("organisation.code", "centre", "short name, stands in device topics; first start only"),
    ORGANISATION_NAME("organisation.name", "养老服务中心", "name of the centre; first start only"),
    ORGANISATION_DIVISION("organisation.division", "150627000",
            "administrative division code; first start only"),
    ORGANISATION_PHONE("organisation.phone", "12349",
            "what a responder dials to reach the desk; first start only"),
    SMS_URL("sms.url", "", "where text messages are posted; empty keeps them in the house"),
    SMS_SECRET("sms.secret", "", "shared with the provider of text messages, for the signature"),
    SMS_TEMPLATE("sms.template", "",
            "a file with what that provider wants to be sent; empty for the standard"),
    VOICE_URL("voice.url", "",
            "where calls with a spoken message are ordered; empty keeps them in the house"),
    VOICE_SECRET("voice.secret", "", "shared with the provider of calls, for the signature"),
    VOICE_TEMPLATE("voice.template", "",
            "a file with what that provider wants to be sent; empty for the standard"),
    TIME_ZONE("time.zone", "Asia/Shanghai", "time zone for numbers, ages and days");

    private final String word;
    private final String standard;
    private final String meaning;

    Key(String word, String standard, String meaning) {
        this.word = word;
        this.standard = standard;
        this.meaning = meaning;
    }

    String word() {
        return word;
    }

    String standard() {
        return standard;
    }

    String meaning() {
        return meaning;
    }

    /** The name of the environment variable that sets it. */
    String variable() {
        return "ANXIN_" + name();
    }

    static Optional<Key> ofWord(String word) {
        return Arrays.stream(values()).filter(key -> key.word.equals(word)).findFirst();
    }

    static Optional<Key> ofVariable(String variable) {
        return Arrays.stream(values()).filter(key -> key.variable().equals(variable)).findFirst();
    }
}
