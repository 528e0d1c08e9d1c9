package anxin.dispatcher.notification;

import anxin.dispatcher.store.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a provider wants to be sent, with places for the message. Begins with a brace: JSON; else a form. */
public final class Template {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(.*?)}}");
    private static final Set<String> KNOWN = Set.of("phone", "text", "key", "channel");

    /** For a provider that takes what we send, or a gateway of one's own. */
    public static final Template STANDARD = new Template(
            "{\"channel\":\"{{channel}}\",\"key\":\"{{key}}\",\"phone\":\"{{phone}}\",\"text\":\"{{text}}\"}");

    private final String pattern;

    /** @throws IllegalArgumentException when the number or the text has no place in it, or a place is unknown */
    public Template(String pattern) {
        this.pattern = pattern.strip();
        for (String needed : Set.of("phone", "text")) {
            if (!pattern.contains("{{" + needed + "}}")) {
                throw new IllegalArgumentException("has no {{" + needed + "}}");
            }
        }
        PLACEHOLDER.matcher(pattern).results().map(found -> found.group(1))
                .filter(word -> !KNOWN.contains(word)).findFirst()
                .ifPresent(word -> {
                    throw new IllegalArgumentException(
                            "has {{" + word + "}}; known are {{phone}}, {{text}}, {{key}} and {{channel}}");
                });
    }

    String contentType() {
        return isJson() ? "application/json; charset=utf-8" : "application/x-www-form-urlencoded";
    }

    String fill(Notification message, String channel) {
        UnaryOperator<String> escaped = isJson() ? Template::inJson : Template::inForm;
        return PLACEHOLDER.matcher(pattern).replaceAll(found -> Matcher.quoteReplacement(escaped.apply(
                switch (found.group(1)) {
                    case "phone" -> message.recipient().phone().reveal();
                    case "text" -> message.body().reveal();
                    case "key" -> message.key();
                    default -> channel;
                })));
    }

    private boolean isJson() {
        return pattern.startsWith("[") || (pattern.startsWith("{") && !pattern.startsWith("{{"));
    }

    private static String inJson(String value) {
        String quoted = Json.write(value);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String inForm(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
