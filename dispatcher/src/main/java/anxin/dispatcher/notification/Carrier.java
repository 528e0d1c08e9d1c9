package anxin.dispatcher.notification;

import java.time.Instant;

/** Takes messages to where people read or hear them. */
public interface Carrier {

    /** Stands as the adapter in the store and at the desk. */
    String name();

    /** Carries one message; takes a few seconds at most. Never called inside a transaction. */
    Carried carry(Notification message);

    /** What this carrier writes down itself, in the transaction in which the message becomes delivered. */
    void delivered(Notification message, Instant now);
}
