package anxin.simulators.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;

/**
 * What a simulated seat needs of one order on the board.
 *
 * @param attention why the desk should look, empty when it need not
 */
public record OrderCard(String id, String state, String attention, Instant startsAt, Rating rating) {

    private static final Set<String> ENDED = Set.of("checked-out", "verified", "no-access", "cancelled");
    private static final Set<String> DONE = Set.of("checked-out", "verified");
    private static final Set<String> NOBODY_AT_THE_DOOR = Set.of("offered", "accepted", "on-the-way");

    /** Whether the resident was asked how it was. */
    public enum Rating {
        RATED,
        UNRATED
    }

    /** Somebody is still to come, or there. */
    public boolean isOpen() {
        return !ENDED.contains(state);
    }

    public boolean mayBeRated() {
        return DONE.contains(state) && rating == Rating.UNRATED;
    }

    public boolean mayBeCancelled() {
        return NOBODY_AT_THE_DOOR.contains(state);
    }

    static OrderCard of(JsonNode card) {
        return new OrderCard(card.path("id").asText(), card.path("state").asText(),
                card.path("attention").asText(), Times.read(card, "startsAt"),
                card.path("stars").isInt() ? Rating.RATED : Rating.UNRATED);
    }
}
