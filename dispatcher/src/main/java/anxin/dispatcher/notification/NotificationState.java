package anxin.dispatcher.notification;

/** How far a message has come. */
public enum NotificationState {
    PLANNED,
    /** On the wire, or its sender died; after a while somebody else takes it up. */
    SENDING,
    /** The provider took it. */
    SENT,
    DELIVERED,
    FAILED,
    /** No longer necessary before it went out. */
    SUPERSEDED;

    /** Whether its person was told, or may have been. */
    public boolean isOut() {
        return switch (this) {
            case SENDING, SENT, DELIVERED -> true;
            case PLANNED, FAILED, SUPERSEDED -> false;
        };
    }
}
