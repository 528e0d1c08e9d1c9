package anxin.simulators.web;

import anxin.simulators.town.Place;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A visit that this caregiver accepted and has not ended.
 *
 * @param order the same for everybody of a team; the id is this person's part of it
 * @param step how far this person has come: accepted, on-the-way or arrived
 * @param state how far the whole visit has come, such as checked-in or in-progress
 * @param next the steps that may follow, the usual one first
 */
public record Visit(String id, String order, String service, String state, String step, Instant startsAt,
        Instant endsAt, Place place, Diversion diversion, List<Next> next) {

    /** Whether a call for life may take this person from it now. */
    public enum Diversion {
        ALLOWED,
        FORBIDDEN
    }

    /** A step that may follow, and what it asks. */
    public record Next(String step, List<Check> checks) {}

    public Visit {
        next = List.copyOf(next);
    }

    /** The same step of {@link #next}, when it may follow now. */
    public Optional<Next> findNext(String word) {
        return next.stream().filter(one -> one.step().equals(word)).findFirst();
    }

    public boolean isUnderWay() {
        return !step.equals("accepted");
    }

    static Visit of(JsonNode visit) {
        return new Visit(visit.path("id").asText(), visit.path("order").asText(),
                visit.path("service").asText(), visit.path("state").asText(), visit.path("step").asText(),
                Times.read(visit, "startsAt"), Times.read(visit, "endsAt"),
                new Place(visit.path("latitude").asDouble(), visit.path("longitude").asDouble()),
                visit.path("mayBeDiverted").asBoolean() ? Diversion.ALLOWED : Diversion.FORBIDDEN,
                StreamSupport.stream(visit.path("next").spliterator(), false).map(Visit::next).toList());
    }

    private static Next next(JsonNode next) {
        return new Next(next.path("step").asText(),
                StreamSupport.stream(next.path("checks").spliterator(), false).map(Check::of).toList());
    }
}
