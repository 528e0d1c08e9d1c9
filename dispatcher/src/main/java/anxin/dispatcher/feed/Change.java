package anxin.dispatcher.feed;

import anxin.dispatcher.store.Jurisdiction;
import java.util.UUID;

/** One thing that changed: who should read what again. */
public record Change(Position position, Jurisdiction jurisdiction, String audience, Kind kind, UUID subject) {

    /** What the subject of a change is. */
    public enum Kind {
        INCIDENT,
        OFFER,
        ORDER,
        NOTICE,
        RESPONDER
    }
}
