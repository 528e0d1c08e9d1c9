package anxin.simulators.web;

import anxin.simulators.town.Place;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a caregiver's phone shows and can do. */
public final class Phone {

    private final Session session;

    public Phone(Session session) {
        this.session = session;
    }

    public Session session() {
        return session;
    }

    /** The page as it is now; offers of both kinds, visits the next first. */
    public record Today(Duty duty, List<Offer> offers, @Nullable Task task, List<Visit> visits) {}

    /** Whether its owner works now. */
    public enum Duty {
        ON,
        OFF
    }

    /** A question whether to go; the minutes are the server's estimate of the way. */
    public record Offer(String id, About about, int minutes) {}

    /** What somebody is asked to go for. */
    public enum About {
        INCIDENT,
        VISIT
    }

    /** What its owner is doing; the step is accepted, on-the-way or arrived. */
    public record Task(String id, String step, Place place) {}

    /** The phone's page; a {@link WebFault} says that it cannot be read. */
    public Today today() {
        Answer page = session.get("/phone/today");
        if (!page.isDone()) {
            throw new WebFault("the phone page cannot be read: " + page.brief());
        }
        JsonNode body = page.body();
        return new Today(body.path("duty").asText().equals("on") ? Duty.ON : Duty.OFF,
                Stream.concat(offers(body.path("offers"), About.INCIDENT),
                        offers(body.path("visitOffers"), About.VISIT)).toList(),
                body.path("task").isObject() ? task(body.path("task")) : null,
                StreamSupport.stream(body.path("visits").spliterator(), false).map(Visit::of).toList());
    }

    public Answer dutyOn() {
        return session.act("/phone/duty", Session.body().put("state", "on"));
    }

    public Answer position(Place place) {
        return session.act("/phone/position", position(Session.body(), place));
    }

    /** Says that the offer was delivered or seen. */
    public Answer delivery(Offer offer, String state) {
        return session.act("/phone/offers/" + offer.id() + "/delivery", Session.body().put("state", state));
    }

    public Answer accept(Offer offer) {
        return session.act("/phone/offers/" + offer.id() + "/accept");
    }

    public Answer decline(Offer offer, String reason) {
        return session.act("/phone/offers/" + offer.id() + "/decline", Session.body().put("reason", reason));
    }

    /** Goes on to on-the-way, arrived, done or given-back; the last two want a note. */
    public Answer step(Task task, String step, Place here, @Nullable String note) {
        ObjectNode body = Session.body().put("step", step);
        if (note != null) {
            body.put("note", note);
        }
        position(body.putObject("position"), here);
        return session.act("/phone/tasks/" + task.id() + "/steps", body);
    }

    /** One step of a visit; every answer to a check is text. */
    public record VisitStep(String word, Map<String, String> checks, @Nullable String note) {}

    /** What speaks for a step having happened there and then. */
    public record Evidence(@Nullable Place place, Instant deviceTime) {}

    public Answer step(Visit visit, VisitStep step, Evidence evidence) {
        ObjectNode body = Session.body().put("step", step.word()).put("deviceTime",
                evidence.deviceTime().toString());
        if (!step.checks().isEmpty()) {
            ObjectNode checks = body.putObject("checks");
            step.checks().forEach(checks::put);
        }
        if (step.note() != null) {
            body.put("note", step.note());
        }
        Place here = evidence.place();
        if (here != null) {
            position(body.putObject("position"), here);
        }
        return session.act("/phone/visits/" + visit.id() + "/steps", body);
    }

    private static Stream<Offer> offers(JsonNode offers, About about) {
        return StreamSupport.stream(offers.spliterator(), false).map(
                offer -> new Offer(offer.path("id").asText(), about, offer.path("minutes").asInt()));
    }

    private static ObjectNode position(ObjectNode body, Place place) {
        return body.put("latitude", place.latitude()).put("longitude", place.longitude()).put("accuracy", 12);
    }

    private static Task task(JsonNode task) {
        return new Task(task.path("id").asText(), task.path("step").asText(),
                new Place(task.path("latitude").asDouble(), task.path("longitude").asDouble()));
    }
}
