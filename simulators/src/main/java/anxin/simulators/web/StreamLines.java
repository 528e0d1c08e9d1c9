package anxin.simulators.web;

import org.jspecify.annotations.Nullable;

/** Turns the lines of a text/event-stream into events, by the rules of the HTML standard. */
final class StreamLines {

    private final StringBuilder data = new StringBuilder();
    private String id = "";
    private String name = "";
    private boolean dataSeen;

    /** The event that this line completes, or nothing yet. */
    @Nullable
    StreamEvent add(String line) {
        if (line.isEmpty()) {
            return complete();
        }
        if (line.startsWith(":")) {
            return null;
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        take(field, value.startsWith(" ") ? value.substring(1) : value);
        return null;
    }

    private void take(String field, String value) {
        switch (field) {
            case "event" -> name = value;
            case "id" -> id = value;
            case "data" -> {
                data.append(dataSeen ? "\n" : "").append(value);
                dataSeen = true;
            }
            default -> {
                // Unknown fields and "retry" are ignored.
            }
        }
    }

    private @Nullable StreamEvent complete() {
        // The id lasts beyond its event; name and data do not.
        StreamEvent event = dataSeen
                ? new StreamEvent(id, name.isEmpty() ? "message" : name, data.toString())
                : null;
        name = "";
        data.setLength(0);
        dataSeen = false;
        return event;
    }
}
