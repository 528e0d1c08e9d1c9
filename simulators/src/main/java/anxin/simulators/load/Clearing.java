package anxin.simulators.load;

import anxin.simulators.web.Answer;
import anxin.simulators.web.Seat;
import anxin.simulators.web.Seat.Closing;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Handles a measured incident as an operator would, so that its device can be used again. */
final class Clearing {

    private static final Closing ACCIDENTAL = new Closing("accidental-press", "voice-only", "压测:老人自述误按");
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final Seat seat;
    private final Set<String> measured = ConcurrentHashMap.newKeySet();
    private volatile boolean giveUp;
    private volatile String lastRefusal = "";

    Clearing(Seat seat) {
        this.seat = seat;
    }

    /** Takes, calls and closes. Comes back when it is closed, cannot be, or when everything ends. */
    void clear(String incident) {
        measured.add(incident);
        seat.displayed(incident);
        if (note(seat.take(incident)).isDone() && note(seat.contacted(incident, "answered-safe")).isDone()) {
            closeWhenNobodyIsOut(incident);
        }
    }

    /** How many of the measured incidents the board still shows as open. */
    int countOpen() {
        return (int) seat.listCards().stream().filter(card -> card.isOpen() && measured.contains(card.id()))
                .count();
    }

    String lastRefusal() {
        return lastRefusal;
    }

    void giveUp() {
        giveUp = true;
    }

    private void closeWhenNobodyIsOut(String incident) {
        Answer answer = seat.close(incident, ACCIDENTAL);
        while (answer.refusal().equals("responder-still-out") && !giveUp) {
            Patience.sleep(BETWEEN_TRIES);
            answer = seat.close(incident, ACCIDENTAL);
        }
        var _ = note(answer);
    }

    private Answer note(Answer answer) {
        if (!answer.isDone()) {
            lastRefusal = answer.brief();
        }
        return answer;
    }
}
