package anxin.dispatcher.invariant;

import anxin.dispatcher.invariant.ReceivedStore.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Compares what the devices say they did with what the store has of them, a handful at a time. */
final class LedgerCheck {

    /** What one comparison found. */
    record Result(String figures, Violations violations) {}

    private static final int EVENTS_AT_ONCE = 5_000;
    private static final int DEVICES_AT_ONCE = 100;
    // The clocks need not agree to the second, but what another run sent a minute earlier is not this ledger's.
    private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(5);

    private final ReceivedStore store;

    private LedgerCheck(ReceivedStore store) {
        this.store = store;
    }

    static LedgerCheck over(ReceivedStore store) {
        return new LedgerCheck(store);
    }

    Result noneLost(Ledger ledger) {
        List<Ledger.Key> acknowledged = ledger.acknowledged();
        Violations lost = Violations.NONE;
        for (int from = 0; from < acknowledged.size(); from += EVENTS_AT_ONCE) {
            List<Ledger.Key> some = acknowledged.subList(from,
                    Math.min(from + EVENTS_AT_ONCE, acknowledged.size()));
            for (Ledger.Key key : store.unrecorded(some.stream().map(Ledger.Key::device).toList(),
                    some.stream().map(Ledger.Key::key).toList())) {
                lost = lost.and(Violations.of("event " + key.key() + " of " + key.device()
                        + " was acknowledged and is not recorded"));
            }
        }
        return new Result("acknowledged " + acknowledged.size() + ", recorded "
                + (acknowledged.size() - lost.total()) + ", ledger lines " + ledger.lines() + ", cut off "
                + ledger.halfLines(), lost);
    }

    Result noneInvented(Ledger ledger) {
        Instant since = ledger.firstAt().map(first -> first.minus(BEFORE_THE_FIRST)).orElse(Instant.EPOCH);
        List<String> devices = ledger.devices();
        Violations invented = Violations.NONE;
        long recorded = 0;
        for (int from = 0; from < devices.size(); from += DEVICES_AT_ONCE) {
            List<String> some = devices.subList(from, Math.min(from + DEVICES_AT_ONCE, devices.size()));
            for (Recorded event : store.eventsOf(some, since)) {
                recorded++;
                invented = invented.and(against(event, ledger));
            }
        }
        return new Result("devices " + devices.size() + ", recorded events of theirs " + recorded, invented);
    }

    private static Violations against(Recorded event, Ledger ledger) {
        String name = "receipt " + event.receipt() + " (" + event.event().device() + " " + event.event().key()
                + ")";
        if (!ledger.wasSent(event.event())) {
            return Violations.of(name + " was never sent");
        }
        Set<UUID> told = ledger.told(event.event());
        return told.stream().allMatch(incident -> event.incident().filter(incident::equals).isPresent())
                ? Violations.NONE
                : Violations.of(name + " belongs to incident "
                        + event.incident().map(UUID::toString).orElse("none") + "; the device was told "
                        + told);
    }
}
