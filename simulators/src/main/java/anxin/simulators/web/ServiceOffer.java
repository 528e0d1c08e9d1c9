package anxin.simulators.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What one resident may order on one day. */
public record ServiceOffer(LocalDate day, List<Service> services) {

    public ServiceOffer {
        services = List.copyOf(services);
    }

    /** One service of the catalogue that this resident is entitled to. */
    public record Service(String word, List<Window> windows, List<Dish> dishes) {}

    /**
     * A part of the day that can still be ordered.
     *
     * @param earliest the earliest start that the server still takes
     * @param selfPayFen what no source covers
     */
    public record Window(Instant earliest, Instant closes, long selfPayFen) {}

    /** Something to eat, and whether this resident may. */
    public record Dish(String id, Diet diet) {}

    /** What a dietary limit says. */
    public enum Diet {
        PERMITTED,
        FORBIDDEN
    }

    static ServiceOffer of(JsonNode offer) {
        return new ServiceOffer(LocalDate.parse(offer.path("day").asText()),
                stream(offer, "services").filter(service -> service.path("entitled").asBoolean())
                        .map(ServiceOffer::service).toList());
    }

    private static Service service(JsonNode service) {
        return new Service(service.path("service").asText(),
                stream(service, "windows").filter(window -> window.path("orderable").asBoolean())
                        .map(ServiceOffer::window).toList(),
                stream(service, "dishes").map(ServiceOffer::dish).toList());
    }

    private static Window window(JsonNode window) {
        return new Window(Times.read(window, window.has("earliest") ? "earliest" : "opens"),
                Times.read(window, "closes"),
                stream(window, "pays").filter(payment -> payment.path("source").asText().equals("self"))
                        .mapToLong(payment -> payment.path("fen").asLong()).sum());
    }

    private static Dish dish(JsonNode dish) {
        return new Dish(dish.path("id").asText(),
                dish.hasNonNull("forbiddenBy") ? Diet.FORBIDDEN : Diet.PERMITTED);
    }

    private static Stream<JsonNode> stream(JsonNode object, String name) {
        return StreamSupport.stream(object.path(name).spliterator(), false);
    }
}
