package anxin.dispatcher.notification;

import anxin.dispatcher.store.Protected;
import java.util.UUID;

/** Whom a message is for. */
public record Recipient(Kind kind, UUID id, Protected phone) {

    /** Where the recipient's id belongs. */
    public enum Kind {
        CONTACT,
        RESIDENT,
        DUTY,
        RESPONDER
    }
}
