package anxin.dispatcher.deadline;

import anxin.dispatcher.store.Jurisdiction;
import java.time.Instant;
import java.util.UUID;

/** Something that happens by itself at a time unless it is cancelled before. */
public record Deadline(UUID id, Jurisdiction jurisdiction, UUID subject, DeadlineKind kind, int step,
        Instant dueAt) {}
