package anxin.simulators.standin;

import anxin.simulators.standin.StandInWeb.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One order and its visit: who has accepted it, how far each has come, and what each step asks. */
public final class StandInVisit {

    private static final Duration SHORT = Duration.ofMinutes(20);
    private static final Duration LONG = Duration.ofHours(3);
    private static final Duration FRESH = Duration.ofHours(2);

    private final String order = UUID.randomUUID().toString();
    private final String service;
    private final String resident;
    private final Instant startsAt;
    private final int workers;
    private final Map<String, String> team = new LinkedHashMap<>();
    private String state = "offered";
    private @Nullable String attention;

    StandInVisit(String service, String resident, Instant startsAt) {
        this.service = service;
        this.resident = resident;
        this.startsAt = startsAt;
        workers = service.equals("bath") ? 2 : 1;
    }

    private record Asked(String field, String kind, double least, double most) {}

    public String order() {
        return order;
    }

    public synchronized String state() {
        return state;
    }

    /** The visit was made, but hardly anything speaks for it. */
    public synchronized void endWithWeakProof() {
        state = "checked-out";
        attention = "weak-proof";
    }

    /** The visit was made and paid. */
    public synchronized void end() {
        state = "verified";
    }

    synchronized boolean isFor(String someone, String what) {
        return resident.equals(someone) && service.equals(what) && !state.equals("cancelled");
    }

    synchronized ObjectNode card() {
        ObjectNode card = StandInWeb.object().put("id", order).put("state", state).put("startsAt",
                startsAt.toString());
        return attention == null ? card : card.put("attention", attention);
    }

    synchronized Reply review(String decision) {
        if (attention == null) {
            return Reply.refused(409, "nothing-to-review");
        }
        attention = null;
        state = decision.equals("accepted") ? "verified" : "checked-out";
        return Reply.ok(StandInWeb.object());
    }

    synchronized Reply cancel() {
        state = "cancelled";
        return Reply.ok(StandInWeb.object());
    }

    synchronized Optional<ObjectNode> offerTo(String login) {
        return isOver() || team.size() >= workers || team.containsKey(login)
                ? Optional.empty()
                : Optional.of(StandInWeb.object().put("id", order + "~" + login).put("service", service)
                        .put("minutes", 1));
    }

    synchronized Reply accept(String login) {
        if (isOver() || team.size() >= workers) {
            return Reply.refused(409, "already-taken");
        }
        team.put(login, "accepted");
        state = "accepted";
        return Reply.ok(StandInWeb.object());
    }

    synchronized Optional<ObjectNode> shownTo(String login) {
        String step = team.get(login);
        if (step == null || isOver()) {
            return Optional.empty();
        }
        ObjectNode visit = StandInWeb.object().put("id", order + "~" + login).put("order", order)
                .put("service", service).put("state", state).put("step", step)
                .put("startsAt", startsAt.toString())
                .put("endsAt", startsAt.plus(service.equals("medical") ? LONG : SHORT).toString())
                .put("latitude", 39.601).put("longitude", 109.801)
                .put("mayBeDiverted", service.equals("meal"));
        ArrayNode next = visit.putArray("next");
        for (String word : next(step)) {
            ArrayNode checks = next.addObject().put("step", word).putArray("checks");
            for (Asked asked : asks(word)) {
                checks.addObject().put("field", asked.field()).put("kind", asked.kind()).put("required", true)
                        .put("least", asked.least()).put("most", asked.most());
            }
        }
        return Optional.of(visit);
    }

    synchronized Reply step(String login, JsonNode body, Instant now) {
        String known = team.get(login);
        String word = body.path("step").asText();
        if (known == null || isOver()) {
            return Reply.refused(409, "not-your-task");
        }
        if (!next(known).contains(word)) {
            return Reply.refused(409, "step-out-of-order");
        }
        String rule = brokenRule(word, body.path("checks"), now);
        if (!rule.isEmpty()) {
            return Reply.refused(409, rule);
        }
        switch (word) {
            case "on-the-way" -> move(login, "on-the-way", "on-the-way");
            case "checked-in" -> move(login, "arrived", "checked-in");
            case "begun" -> state = "in-progress";
            case "given-back" -> team.remove(login);
            case "checked-out" -> state = "verified";
            case "not-done" -> state = "cancelled";
            default -> state = word;
        }
        return Reply.ok(StandInWeb.object());
    }

    private void move(String login, String step, String next) {
        team.put(login, step);
        state = next;
    }

    private boolean isOver() {
        return List.of("checked-out", "verified", "no-access", "cancelled").contains(state);
    }

    private List<String> next(String step) {
        return switch (step) {
            case "accepted" -> List.of("on-the-way", "given-back");
            case "on-the-way" -> List.of("checked-in", "no-access", "given-back");
            default -> state.equals("in-progress") || service.equals("meal")
                    ? List.of("checked-out", "not-done")
                    : List.of("begun", "no-access", "not-done");
        };
    }

    private List<Asked> asks(String word) {
        return switch (service + " " + word) {
            case "meal on-the-way" -> List.of(new Asked("cooked-at", "time", 0, 0));
            case "meal checked-out" -> List.of(new Asked("handed-over", "yes", 0, 0));
            case "bath begun" -> List.of(new Asked("systolic-before", "number", 90, 160),
                    new Asked("water", "number", 40, 42), new Asked("skin-intact", "yes", 0, 0));
            case "bath checked-out" -> List.of(new Asked("pulse-after", "number", 20, 240));
            default -> List.of();
        };
    }

    private String brokenRule(String word, JsonNode checks, Instant now) {
        for (Asked asked : asks(word)) {
            String rule = brokenRule(asked, checks.path(asked.field()), now);
            if (!rule.isEmpty()) {
                return rule;
            }
        }
        boolean alone = team.size() < workers
                || team.values().stream().anyMatch(step -> !step.equals("arrived"));
        return word.equals("begun") && alone ? "team-not-complete" : "";
    }

    private static String brokenRule(Asked asked, JsonNode value, Instant now) {
        if (!value.isTextual()) {
            return "check-missing";
        }
        return switch (asked.kind()) {
            case "time" ->
                Instant.parse(value.asText()).plus(FRESH).isBefore(now) ? "meal-too-old" : "";
            case "yes" -> value.asText().equals("yes") ? "" : "check-out-of-range";
            default -> {
                double number = Double.parseDouble(value.asText());
                yield number < asked.least() || number > asked.most() ? "check-out-of-range" : "";
            }
        };
    }
}
