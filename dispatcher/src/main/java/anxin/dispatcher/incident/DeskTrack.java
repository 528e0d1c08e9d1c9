package anxin.dispatcher.incident;

import java.time.Instant;

/** Where an incident stands at the desk. */
public sealed interface DeskTrack {

    /** Nobody keeps it: loudly unattended. */
    record Queued() implements DeskTrack {}

    /** One person answers for it. */
    record Kept(StaffId by) implements DeskTrack {}

    record Closed(StaffId by, Instant at, Closing closing) implements DeskTrack {}
}
