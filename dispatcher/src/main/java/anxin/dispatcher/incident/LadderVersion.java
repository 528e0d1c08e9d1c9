package anxin.dispatcher.incident;

/**
 * The ladder an incident began with.
 *
 * @param ladder its word, with {@code @organisation} and {@code @division} behind it where it is not the default's
 */
public record LadderVersion(String ladder, int version) {}
