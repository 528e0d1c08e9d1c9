package anxin.dispatcher.invariant;

import anxin.dispatcher.invariant.ReceivedStore.BinCount;
import anxin.dispatcher.message.Bin;
import anxin.dispatcher.store.Sql;
import anxin.dispatcher.store.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The promises, one method each. */
final class Rules {

    // A console has 5 s to show an incident, and half a second to say that it did.
    private static final Duration DISPLAY_WITHIN = Duration.ofMillis(5_500);
    private static final Duration JUDGED_AFTER = Duration.ofSeconds(5);
    private static final Duration FIRES_WITHIN = Duration.ofSeconds(2);
    private static final Duration OVERDUE_AFTER = Duration.ofSeconds(60);

    private final InvariantStore store;
    private final ReceivedStore received;
    private final EffectStore effects;
    private final OrderRules orders;
    private final Optional<Ledger> ledger;
    private final Instant now;

    Rules(Sql sql, Optional<Ledger> ledger, Instant now) {
        this.store = new InvariantStore(sql);
        this.received = new ReceivedStore(sql);
        this.effects = new EffectStore(sql);
        this.orders = new OrderRules(sql);
        this.ledger = ledger;
        this.now = now;
    }

    List<Finding> judge() {
        return store.inSnapshot(() -> Stream.concat(
                Stream.of(conservation(), noneLost(), noneInvented(), noneDoubled(), noneSilent(),
                        timerAlive(), oneOwner(), oneEffect(), legalHistory()),
                orders.judge().stream()).toList());
    }

    private Finding conservation() {
        Map<String, BinCount> bins = received.bins().stream()
                .collect(Collectors.toMap(BinCount::bin, Function.identity()));
        List<BinCount> known = Arrays.stream(Bin.values()).map(Word::of)
                .map(bin -> bins.getOrDefault(bin, new BinCount(bin, 0, 0)))
                .toList();
        long duplicates = received.duplicates();
        long total = duplicates + bins.values().stream().mapToLong(BinCount::stored).sum();
        long sum = duplicates + known.stream().mapToLong(BinCount::evident).sum();
        String figures = "received " + total + (total == sum ? " = " : " is not " + sum + " = ")
                + known.stream().map(Rules::figure).collect(Collectors.joining(" + "))
                + " + duplicate " + duplicates;
        Violations imbalance = total == sum
                ? Violations.NONE
                : Violations.of("received " + total + ", but the bins by their evidence hold " + sum);
        return Finding.judged("CONSERVATION", "every message received is in exactly one bin", figures,
                imbalance.and(received.messagesWithoutTheirOneEvidence())
                        .and(received.messagesWithAnotherIncidentThanTheirs())
                        .and(received.evidenceByAnotherDevice())
                        .and(received.duplicatesOfNothing()));
    }

    private static String figure(BinCount bin) {
        return bin.bin() + " " + bin.evident()
                + (bin.stored() == bin.evident() ? "" : " (marked " + bin.stored() + ")");
    }

    private Finding noneLost() {
        String promise = "none lost: what was acknowledged is recorded";
        return ledger.map(LedgerCheck.over(received)::noneLost)
                .map(check -> Finding.judged("I1", promise, check.figures(), check.violations()))
                .orElseGet(() -> Finding.notYet("I1", promise, "needs a ledger"));
    }

    private Finding noneInvented() {
        String promise = "none invented: what is recorded was sent";
        return ledger.map(LedgerCheck.over(received)::noneInvented)
                .map(check -> Finding.judged("I2", promise, check.figures(), check.violations()))
                .orElseGet(() -> Finding.notYet("I2", promise, "needs a ledger"));
    }

    private Finding noneDoubled() {
        return Finding.judged("I3", "none doubled: one open incident per subject and kind",
                "open incidents " + store.openIncidents(),
                store.secondOpenIncidents()
                        .and(store.messagesStoredTwice())
                        .and(store.messagesThatRaisedTwice())
                        .and(store.pressesNotInTheFile()));
    }

    private Finding noneSilent() {
        return Finding.judged("I4", "none silent: displayed in time, or somebody was told",
                "open incidents " + store.openIncidents(),
                store.silentIncidents(now.minus(JUDGED_AFTER), DISPLAY_WITHIN.toString(),
                        now.minus(FIRES_WITHIN)));
    }

    private Finding timerAlive() {
        return Finding.judged("I5", "timer alive: an open incident has a pending deadline",
                "pending deadlines " + store.pendingDeadlines() + ", overdue by more than "
                        + OVERDUE_AFTER.toSeconds() + " s "
                        + store.pendingDeadlinesDueBefore(now.minus(OVERDUE_AFTER)),
                store.incidentsWithoutClock());
    }

    private Finding oneOwner() {
        return Finding.judged("I6", "one owner: each errand is held by the one who accepted it",
                "errands held now " + store.heldSlots(),
                store.slotsAcceptedTwice()
                        .and(store.holdersWhoDidNotAccept())
                        .and(store.goingWithoutHolding())
                        .and(store.helpersWithoutErrand())
                        .and(store.errandsOfClosedIncidents()));
    }

    private Finding oneEffect() {
        return Finding.judged("I6-EFFECT", "one visible effect per notification key", effects.figures(),
                effects.keysWithTwoEffects()
                        .and(effects.shelvedTwice())
                        .and(effects.sentAlthoughSuperseded())
                        .and(effects.shelfThatDisagrees()));
    }

    private Finding legalHistory() {
        FileCheck.Result files = FileCheck.all(store);
        return Finding.judged("I7", "legal history: every file is whole, sealed and in order",
                files.figures(),
                files.violations().and(store.filesThatEndElsewhere()));
    }
}
