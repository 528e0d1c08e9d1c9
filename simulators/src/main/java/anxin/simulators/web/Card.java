package anxin.simulators.web;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a simulated seat or a measurement needs of one incident on the board.
 *
 * @param keeper the account id of its keeper, empty when nobody keeps it
 * @param lastSignalAt as the server wrote it; differs whenever the device called again
 * @param help not-asked, asking, coming, on-scene, done or withdrawn
 */
public record Card(String id, String device, int presses, String lastSignalAt, Desk desk, String keeper,
        String help) {

    /** Where the desk stands with it. */
    public enum Desk {
        QUEUED,
        KEPT,
        CLOSED
    }

    public boolean isOpen() {
        return desk != Desk.CLOSED;
    }

    /** Somebody has said "I go" and has not finished. */
    public boolean isResponderOut() {
        return help.equals("coming") || help.equals("on-scene");
    }

    static Card of(JsonNode card) {
        Desk desk = switch (card.path("desk").asText()) {
            case "kept" -> Desk.KEPT;
            case "closed" -> Desk.CLOSED;
            default -> Desk.QUEUED;
        };
        return new Card(card.path("id").asText(), card.path("device").asText(), card.path("presses").asInt(1),
                card.path("lastSignalAt").asText(), desk,
                card.path("keeper").path("id").asText(), card.path("help").asText());
    }
}
