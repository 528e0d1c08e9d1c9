package anxin.dispatcher.incident;

/** What came of a command: done, or refused for a reason the asker is told. */
public sealed interface Answer {

    record Done() implements Answer {}

    record Refused(Refusal why) implements Answer {}

    static Answer refused(Refusal why) {
        return new Refused(why);
    }
}
