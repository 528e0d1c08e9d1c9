package anxin.dispatcher.incident;

import anxin.dispatcher.store.Protected;

/** Why it happened, what was done, and the operator's own words. Both codes are required. */
public record Closing(Cause cause, Action action, Protected note) {}
