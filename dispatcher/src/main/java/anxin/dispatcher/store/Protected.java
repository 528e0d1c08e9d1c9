package anxin.dispatcher.store;

/** Personal text: a name, a number, an address, an illness. Never prints itself, so that it cannot slip into a log. */
public record Protected(String reveal) {

    @Override
    public String toString() {
        return "(protected)";
    }
}
