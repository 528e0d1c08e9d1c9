package anxin.dispatcher.notification;

import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Word;
import java.util.Map;
import java.util.UUID;

/**
 * One message as a feature plans it.
 *
 * @param subject what it is about, for {@link Notifications#supersede} and {@link Notifications#ofSubject}
 * @param words   the values of the text's placeholders
 * @param stopOn  the word that makes it unnecessary while it has not gone out
 * @param round   tells a message apart from the same one said earlier to the same person
 */
public record Letter(Jurisdiction jurisdiction, UUID subject, What what, Recipient recipient, Channel channel,
        Map<String, String> words, String stopOn, int round) {

    public Letter {
        words = Map.copyOf(words);
    }

    /** The same letter planned again has the same key, and no second effect. */
    String key() {
        return subject + "/" + Word.of(what) + "/" + recipient.id() + "/" + round;
    }
}
