package anxin.dispatcher.notification;

/** What came of carrying a message. */
public sealed interface Carried {

    /** The provider has it. */
    record Sent() implements Carried {}

    /** Its person has it. */
    record Delivered() implements Carried {}

    /** It will never be taken as it is; trying again is useless. */
    record Refused(String fault) implements Carried {}

    /** Not now; trying again may help. Nobody knows whether it went out. */
    record Failed(String fault) implements Carried {}
}
