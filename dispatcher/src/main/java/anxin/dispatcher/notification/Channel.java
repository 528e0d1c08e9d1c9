package anxin.dispatcher.notification;

/** Over what a message goes. */
public enum Channel {
    SMS,
    VOICE
}
