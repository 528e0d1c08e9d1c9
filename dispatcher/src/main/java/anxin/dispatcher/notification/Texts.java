package anxin.dispatcher.notification;

import anxin.dispatcher.store.Protected;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of the messages. No address and no illness: whoever needs them calls the desk. */
final class Texts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private Texts() {}

    /** @throws IllegalArgumentException when a placeholder has no value */
    static Protected of(What what, Map<String, String> words) {
        return new Protected(PLACEHOLDER.matcher(pattern(what)).replaceAll(found -> {
            String value = words.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException(
                        "the text of " + what + " needs a value for '" + found.group(1) + "'");
            }
            return Matcher.quoteReplacement(value);
        }));
    }

    private static String pattern(What what) {
        return switch (what) {
            case PLEASE_LOOK -> "【12349】{name}于{time}{event}，暂无人应答。请尽快联系或前往查看，并致电{desk}。";
            case SOMEBODY_COMING -> "【12349】{name}于{time}{event}，已有人前往查看。如有情况请致电{desk}。";
            case SAFE_NOW -> "【12349】{name}于{time}{event}，现已平安。如有疑问请致电{desk}。";
            case DUTY_CALL -> "【12349】{name}于{time}{event}，需要您协助，请立即致电{desk}。";
            case VISIT_LATE -> "【12349】{name}您好，您预约的{service}可能晚到，原定{time}。如有需要请致电{desk}。";
            case VISIT_MOVED -> "【12349】{name}您好，您预约的{service}改由其他人员上门，时间{time}。如有不便请致电{desk}。";
        };
    }
}
