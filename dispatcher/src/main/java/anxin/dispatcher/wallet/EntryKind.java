package anxin.dispatcher.wallet;

/** What happened to money. */
enum EntryKind {
    GRANTED,
    HELD,
    CAPTURED,
    RELEASED
}
