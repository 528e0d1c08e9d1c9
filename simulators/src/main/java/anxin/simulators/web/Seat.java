package anxin.simulators.web;

import java.util.List;
import java.util.stream.StreamSupport;

/** What an operator can do with the incidents. */
public final class Seat {

    private final Session session;

    public Seat(Session session) {
        this.session = session;
    }

    public Session session() {
        return session;
    }

    /** The account id of who sits here. */
    public String operator() {
        return session.account();
    }

    /** The board; a {@link WebFault} says that it cannot be read. */
    public List<Card> listCards() {
        Answer board = session.get("/desk/incidents");
        if (!board.isDone()) {
            throw new WebFault("the board cannot be read: " + board.brief());
        }
        return StreamSupport.stream(board.body().path("incidents").spliterator(), false).map(Card::of)
                .toList();
    }

    public Answer displayed(String incident) {
        return session.act(path(incident, "displayed"));
    }

    public Answer take(String incident) {
        return session.act(path(incident, "take"));
    }

    /** The resident was called. */
    public Answer contacted(String incident, String result) {
        return session.act(path(incident, "contact-attempts"), Session.body().put("result", result));
    }

    public Answer close(String incident, Closing closing) {
        return session.act(path(incident, "close"), Session.body().put("cause", closing.cause())
                .put("action", closing.action()).put("note", closing.note()));
    }

    private static String path(String incident, String act) {
        return "/desk/incidents/" + incident + "/" + act;
    }

    /** Cause and action, in the words of the contract. */
    public record Closing(String cause, String action, String note) {}
}
