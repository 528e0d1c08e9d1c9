package anxin.simulators.web;

import anxin.simulators.web.OrderWish.SelfPay;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

/** What an operator can do with orders; a {@link WebFault} says that something cannot be read. */
public final class OrderDesk {

    private final Session session;

    public OrderDesk(Session session) {
        this.session = session;
    }

    public Session session() {
        return session;
    }

    /** One day's orders, and open ones of earlier days. */
    public record Board(LocalDate day, List<OrderCard> orders) {}

    public Board today() {
        return board("");
    }

    public Board on(LocalDate day) {
        return board("?day=" + day);
    }

    /** The ids of the residents who are found by these words. */
    public List<String> listResidents(String words) {
        JsonNode found = read("/desk/residents?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        return StreamSupport.stream(found.path("residents").spliterator(), false)
                .map(resident -> resident.path("id").asText()).toList();
    }

    public ServiceOffer servicesToday(String resident) {
        return ServiceOffer.of(read("/desk/residents/" + resident + "/services"));
    }

    public ServiceOffer services(String resident, LocalDate day) {
        return ServiceOffer.of(read("/desk/residents/" + resident + "/services?day=" + day));
    }

    /** Done answers carry the order's id in {@code card.id}. */
    public Answer place(OrderWish wish) {
        ObjectNode body = Session.body().put("resident", wish.resident()).put("service", wish.service())
                .put("startsAt", wish.startsAt().toString()).put("requestedBy", "resident")
                .put("consent", true).put("selfPay", wish.selfPay() == SelfPay.CONFIRMED);
        if (wish.dish() != null) {
            body.put("dish", wish.dish());
        }
        OrderWish.Appointment appointment = wish.appointment();
        if (appointment != null) {
            body.putObject("appointment").put("hospital", appointment.hospital())
                    .put("department", appointment.department()).put("at", appointment.at().toString())
                    .put("transport", appointment.transport());
        }
        return session.act("/desk/orders", body);
    }

    /** Content with it: a number only. */
    public Answer praise(String order, int stars) {
        return session.act(path(order, "rate"), Session.body().put("stars", stars).put("complaint", false));
    }

    public Answer complain(String order, int stars, String words) {
        return session.act(path(order, "rate"),
                Session.body().put("stars", stars).put("complaint", true).put("words", words));
    }

    /** Decides accepted or rejected. */
    public Answer review(String order, String decision, String note) {
        return session.act(path(order, "review"),
                Session.body().put("decision", decision).put("note", note));
    }

    /** Cancels for the resident, the family or the centre. */
    public Answer cancel(String order, String by, String reason) {
        return session.act(path(order, "cancel"), Session.body().put("by", by).put("reason", reason));
    }

    private Board board(String query) {
        JsonNode board = read("/desk/orders" + query);
        return new Board(LocalDate.parse(board.path("day").asText()),
                StreamSupport.stream(board.path("orders").spliterator(), false).map(OrderCard::of).toList());
    }

    private JsonNode read(String path) {
        Answer answer = session.get(path);
        if (!answer.isDone()) {
            // Without the query: it may hold a name.
            throw new WebFault(path.replaceAll("\\?.*", "") + " cannot be read: " + answer.brief());
        }
        return answer.body();
    }

    private static String path(String order, String act) {
        return "/desk/orders/" + order + "/" + act;
    }
}
