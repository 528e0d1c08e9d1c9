package anxin.simulators.device;

import anxin.simulators.device.EventWitness.Attempt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events a device keeps, oldest first. The evt-ack ends the repeating; an event is forgotten when its PUBACK is
 * there too. A PUBACK alone says that the server has it, not that somebody will come.
 */
final class Outbox {

    private final Map<EventKey, Waiting> waiting = new LinkedHashMap<>();

    synchronized void add(DeviceEvent event) {
        waiting.put(event.key(), new Waiting(event));
    }

    /** What must go over the wire now. Everything given out counts as sent at this moment. */
    synchronized List<Sending> takeDue(Instant now) {
        List<Sending> due = new ArrayList<>();
        for (Waiting one : waiting.values()) {
            if (!one.nextAt().isAfter(now)) {
                due.add(one.sentAt(now));
            }
        }
        return due;
    }

    /** A new connection knows nothing of what the old one sent, so every event is due at once. */
    synchronized void connectionIsNew() {
        waiting.values().forEach(Waiting::startAgain);
    }

    /** This sending did not leave the device. */
    synchronized void notSent(EventKey key) {
        Waiting one = waiting.get(key);
        if (one != null) {
            one.startAgain();
        }
    }

    /** Says whether this is news. */
    synchronized boolean puback(EventKey key) {
        Waiting one = waiting.get(key);
        if (one == null || one.puback) {
            return false;
        }
        one.puback = true;
        forgetWhenDone(one);
        return true;
    }

    /** Says whether this is news. */
    synchronized boolean evtAck(EventKey key) {
        Waiting one = waiting.get(key);
        if (one == null || one.evtAck) {
            return false;
        }
        one.evtAck = true;
        forgetWhenDone(one);
        return true;
    }

    synchronized int size() {
        return waiting.size();
    }

    private void forgetWhenDone(Waiting one) {
        if (one.puback && one.evtAck) {
            waiting.remove(one.event.key());
        }
    }

    /** One event on its way out. */
    record Sending(DeviceEvent event, Attempt attempt) {}

    private static final class Waiting {
        private final DeviceEvent event;
        private @Nullable Instant firstSent;
        private int repeats;
        private Attempt next = Attempt.FIRST;
        private boolean puback;
        private boolean evtAck;

        private Waiting(DeviceEvent event) {
            this.event = event;
        }

        private Instant nextAt() {
            if (firstSent == null) {
                return Instant.MIN;
            }
            return evtAck ? Instant.MAX : RepeatSchedule.next(firstSent, repeats);
        }

        private Sending sentAt(Instant now) {
            if (firstSent == null) {
                firstSent = now;
            } else {
                repeats++;
            }
            Sending sending = new Sending(event, next);
            next = Attempt.AGAIN;
            return sending;
        }

        private void startAgain() {
            firstSent = null;
            repeats = 0;
        }
    }
}
