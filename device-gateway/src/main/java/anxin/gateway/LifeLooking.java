package anxin.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Smells a call for life in bytes that nobody could read. */
final class LifeLooking {

    private static final Pattern LIFE = Pattern.compile(
            "evt/(sos|fall|smoke|gas|co)|\\b(sos|emergency|alarm|panic|fall|smoke|gas|carbon_monoxide|help)\\b");
    private static final int LOOK_AT = 4096;

    private LifeLooking() {}

    static boolean test(String topic, byte[] payload) {
        // Latin-1 never fails, whatever the bytes are.
        String text = new String(payload, 0, Math.min(payload.length, LOOK_AT), StandardCharsets.ISO_8859_1);
        return LIFE.matcher(topic.toLowerCase(Locale.ROOT)).find()
                || LIFE.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}
