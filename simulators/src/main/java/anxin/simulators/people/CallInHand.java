package anxin.simulators.people;

import anxin.simulators.web.Card;
import anxin.simulators.web.Seat.Closing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** One incident that a simulated operator keeps: whom it has called, and when it may be closed with what. Pure. */
final class CallInHand {

    private static final Duration CALL_AGAIN = Duration.ofSeconds(60);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);
    private static final List<String> CARE = List.of("fall-uninjured", "care-need", "unwell-other", "pain");

    private final Surroundings around;
    private String lastResult = "";
    private Instant nextAct;

    CallInHand(Instant taken, Surroundings around) {
        this.around = around;
        nextAct = taken.plus(around.between(5, 15));
    }

    /** What the operator does next. */
    sealed interface Act {

        /** Calls the resident; this is what comes of it. */
        record Call(String result) implements Act {}

        /** Hangs up for good. */
        record Close(Closing closing) implements Act {}

        /** Waits for the responder or the next try. */
        record Wait() implements Act {}
    }

    Instant nextAct() {
        return nextAct;
    }

    Act due(Card card, Instant now) {
        if (now.isBefore(nextAct)) {
            return new Act.Wait();
        }
        nextAct = now.plus(TRY_AGAIN);
        if (lastResult.isEmpty()) {
            return call(now, firstResult(around.chance()));
        }
        return switch (card.help()) {
            case "coming", "on-scene" -> new Act.Wait();
            // Nobody is going there yet, and the first call left it open.
            case "asking" -> call(now, "answered-safe");
            default -> new Act.Close(closing(card));
        };
    }

    /** The server wants more evidence than there is. */
    void callOnceMore(Instant now) {
        nextAct = now.plus(TRY_AGAIN);
        lastResult = "";
    }

    private Act call(Instant now, String result) {
        nextAct = now.plus(lastResult.isEmpty() ? around.between(4, 8) : CALL_AGAIN);
        lastResult = result;
        return new Act.Call(result);
    }

    private Closing closing(Card card) {
        boolean visited = card.help().equals("done");
        boolean safe = lastResult.equals("answered-safe");
        String action = visited ? "own-responder" : safe ? "voice-only" : "contact-attended";
        return safe
                ? new Closing("accidental-press", action, "老人自述误按,已确认平安")
                : new Closing(CARE.get(around.chance().nextInt(CARE.size())), action, "已上门处理,老人情况稳定");
    }

    // Most presses are accidental (04, calls by kind).
    private static String firstResult(RandomGenerator chance) {
        double draw = chance.nextDouble();
        return draw < 0.75 ? "answered-safe" : draw < 0.90 ? "needs-help" : "no-answer";
    }
}
