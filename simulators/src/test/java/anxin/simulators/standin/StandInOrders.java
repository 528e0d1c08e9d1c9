package anxin.simulators.standin;

import anxin.simulators.standin.StandInWeb.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders in memory: every resident is entitled to everything, every caregiver is asked, the rules are the contract's. */
public final class StandInOrders {

    public static final String FORBIDDEN_DISH = "dish-pork";
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration WINDOW = Duration.ofHours(3);
    private static final Duration EARLIEST_AGO = Duration.ofMinutes(12);

    private final Instant opened = CLOCK.instant();
    private final List<StandInVisit> visits = new ArrayList<>();
    private final List<String> residents = new ArrayList<>();
    private final Map<String, Integer> stars = new LinkedHashMap<>();
    private boolean strict = true;

    /** Somebody who can be found and may order. */
    public synchronized void register(String resident) {
        residents.add(resident);
    }

    /** From now on it takes every order, right or wrong. */
    public synchronized void takeEverything() {
        strict = false;
    }

    /** Opens an order whose visit begins now. */
    public synchronized StandInVisit open(String service) {
        StandInVisit visit = new StandInVisit(service, "resident-1", CLOCK.instant());
        visits.add(visit);
        return visit;
    }

    public synchronized List<StandInVisit> list() {
        return List.copyOf(visits);
    }

    synchronized Reply get(String path) {
        if (path.equals("/desk/residents")) {
            ObjectNode found = StandInWeb.object();
            ArrayNode list = found.putArray("residents");
            residents.forEach(resident -> list.addObject().put("id", resident));
            return Reply.ok(found);
        }
        if (path.endsWith("/services")) {
            return Reply.ok(services());
        }
        ObjectNode board = StandInWeb.object().put("day",
                LocalDate.ofInstant(opened, CLOCK.getZone()).toString());
        ArrayNode orders = board.putArray("orders");
        for (StandInVisit visit : visits) {
            ObjectNode card = visit.card();
            Integer rated = stars.get(visit.order());
            orders.add(rated == null ? card : card.put("stars", rated));
        }
        return Reply.ok(board);
    }

    synchronized Reply desk(String[] parts, JsonNode body) {
        if (parts.length == 3) {
            return place(body);
        }
        StandInVisit visit = visits.stream().filter(one -> one.order().equals(parts[3])).findFirst()
                .orElseThrow();
        return switch (parts[4]) {
            case "rate" -> rate(visit, body);
            case "review" -> visit.review(body.path("decision").asText());
            case "cancel" -> visit.cancel();
            default -> Reply.refused(404, "not-found");
        };
    }

    synchronized boolean isOffer(String offer) {
        return visits.stream().anyMatch(visit -> offer.startsWith(visit.order()));
    }

    synchronized Reply answer(String login, String offer, String answer) {
        StandInVisit visit = visit(offer);
        return answer.equals("accept") ? visit.accept(login) : Reply.ok(StandInWeb.object());
    }

    synchronized Reply step(String login, String offer, JsonNode body) {
        return visit(offer).step(login, body, CLOCK.instant());
    }

    synchronized void show(String login, ObjectNode page) {
        ArrayNode offers = page.putArray("visitOffers");
        ArrayNode mine = page.putArray("visits");
        for (StandInVisit visit : visits) {
            visit.offerTo(login).ifPresent(offers::add);
            visit.shownTo(login).ifPresent(mine::add);
        }
    }

    private StandInVisit visit(String offer) {
        return visits.stream().filter(one -> offer.startsWith(one.order())).findFirst().orElseThrow();
    }

    private Reply rate(StandInVisit visit, JsonNode body) {
        if (stars.putIfAbsent(visit.order(), body.path("stars").asInt()) != null) {
            return Reply.refused(409, "already-rated");
        }
        return Reply.ok(StandInWeb.object());
    }

    private Reply place(JsonNode body) {
        String service = body.path("service").asText();
        String resident = body.path("resident").asText();
        Instant startsAt = Instant.parse(body.path("startsAt").asText());
        String rule = strict ? brokenRule(service, resident, startsAt, body) : "";
        if (!rule.isEmpty()) {
            return Reply.refused(409, rule);
        }
        StandInVisit visit = new StandInVisit(service, resident, startsAt);
        visits.add(visit);
        ObjectNode file = StandInWeb.object();
        file.putObject("card").put("id", visit.order());
        return new Reply(201, file);
    }

    private String brokenRule(String service, String resident, Instant startsAt, JsonNode body) {
        if (startsAt.isAfter(opened.plus(WINDOW))) {
            return "outside-window";
        }
        if (service.equals("meal") && !body.has("dish")) {
            return "dish-missing";
        }
        if (body.path("dish").asText().equals(FORBIDDEN_DISH)) {
            return "dietary-limit";
        }
        if (service.equals("medical") && !body.has("appointment")) {
            return "appointment-missing";
        }
        if (visits.stream().anyMatch(visit -> visit.isFor(resident, service))) {
            return "already-ordered";
        }
        return body.path("selfPay").asBoolean() ? "" : "self-pay-not-confirmed";
    }

    private ObjectNode services() {
        ObjectNode offer = StandInWeb.object().put("day",
                LocalDate.ofInstant(opened, CLOCK.getZone()).toString());
        ArrayNode services = offer.putArray("services");
        for (String word : List.of("meal", "bath", "medical")) {
            ObjectNode service = services.addObject().put("service", word).put("entitled", true);
            ObjectNode window = service.putArray("windows").addObject().put("name", "day")
                    .put("orderable", true)
                    .put("opens", opened.minus(WINDOW).toString())
                    .put("closes", opened.plus(WINDOW).toString())
                    .put("earliest", opened.minus(EARLIEST_AGO).toString());
            window.putArray("pays").addObject().put("source", "self").put("fen", 700);
            if (word.equals("meal")) {
                ArrayNode dishes = service.putArray("dishes");
                dishes.addObject().put("id", "dish-mutton");
                dishes.addObject().put("id", FORBIDDEN_DISH).put("forbiddenBy", "halal");
            }
        }
        return offer;
    }
}
