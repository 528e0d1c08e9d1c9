package anxin.dispatcher.incident;

import anxin.dispatcher.responder.ResponderId;
import java.time.Instant;

/** How far a human is from the door. */
public sealed interface HelpTrack {

    record NotAsked() implements HelpTrack {}

    record Asking() implements HelpTrack {}

    record Coming(ResponderId responder, Instant expectedAt) implements HelpTrack {}

    record OnScene(ResponderId responder) implements HelpTrack {}

    record Done(ResponderId responder) implements HelpTrack {}

    /** Nobody is needed any more. */
    record Withdrawn() implements HelpTrack {}
}
