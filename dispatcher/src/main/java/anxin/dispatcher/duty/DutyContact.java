package anxin.dispatcher.duty;

import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Protected;
import java.util.UUID;

/** Somebody with a telephone who has a duty now. */
public record DutyContact(UUID id, Jurisdiction jurisdiction, DutyRole role, Protected name,
        Protected phone) {}
