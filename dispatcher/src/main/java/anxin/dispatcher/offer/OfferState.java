package anxin.dispatcher.offer;

/** How far one question to one person has come. */
public enum OfferState {
    PLANNED,
    SENT,
    DELIVERED,
    SEEN,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    FAILED,
    SUPERSEDED;

    /** Whether the person can still answer. */
    public boolean live() {
        return switch (this) {
            case PLANNED, SENT, DELIVERED, SEEN -> true;
            case ACCEPTED, DECLINED, EXPIRED, FAILED, SUPERSEDED -> false;
        };
    }
}
