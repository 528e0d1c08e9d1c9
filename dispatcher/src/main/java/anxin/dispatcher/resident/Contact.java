package anxin.dispatcher.resident;

import anxin.dispatcher.store.Protected;
import java.util.UUID;

/** Somebody to call about a resident; rank 1 is called first. */
public record Contact(UUID id, int rank, Protected name, String relation, Protected phone, boolean hasKey) {}
