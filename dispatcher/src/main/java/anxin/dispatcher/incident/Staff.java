package anxin.dispatcher.incident;

import anxin.dispatcher.store.Jurisdiction;

/** Somebody acting at the desk, and for which organisation. */
public record Staff(StaffId id, Jurisdiction jurisdiction) {}
