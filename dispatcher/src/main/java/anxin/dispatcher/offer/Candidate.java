package anxin.dispatcher.offer;

import anxin.dispatcher.responder.Responder;
import java.time.Duration;
import java.util.List;

/**
 * Somebody suitable, with the way they have and why they stand where they stand.
 *
 * @param meters on the road
 */
public record Candidate(Responder responder, Duration travel, int meters, List<Reason> reasons) {

    /** Whole minutes of travel, rounded up: better early than late. */
    public int minutes() {
        return Math.toIntExact((travel.toSeconds() + 59) / 60);
    }
}
