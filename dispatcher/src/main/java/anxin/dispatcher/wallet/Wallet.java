package anxin.dispatcher.wallet;

import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Sql;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What residents can pay with: quotes a price, holds it for an order, earns it or gives it back. */
public final class Wallet {

    private final Sql sql;
    private final WalletStore store;
    private final Ids ids;
    private final InstantSource clock;

    public Wallet(Sql sql, WalletStore store, Ids ids, InstantSource clock) {
        this.sql = sql;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Gives a resident a lot; the same key for the same resident again changes nothing.
     *
     * @return the lot that was given under this key
     */
    public UUID grant(Jurisdiction jurisdiction, Allotment allotment, String key) {
        return sql.transaction(() -> {
            UUID lot = ids.next();
            Entry entry = Entry.granted(jurisdiction, allotment, lot, key);
            if (!append(entry)) {
                return store.getLot(entry.key());
            }
            store.add(lot, jurisdiction, allotment, clock.instant());
            return lot;
        });
    }

    /** What somebody has left and may spend on a day, in the order in which it is spent. */
    public List<Lot> balance(ResidentId resident, LocalDate day) {
        return store.spendable(resident, day);
    }

    /**
     * What a price would be paid from: the grants, then lots permitted for the service and not expired on the day
     * (highest priority, earliest expiry, earliest given), the rest by the resident. One payment for each source. Sets
     * nothing aside.
     */
    public List<Payment> quote(Purchase purchase) {
        return draws(purchase).payments();
    }

    /** What the resident pays in person. */
    public static Fen selfShare(List<Payment> payments) {
        return payments.stream().filter(payment -> payment.source().equals(Payment.SELF)).map(Payment::fen)
                .reduce(Fen.ZERO, Fen::plus);
    }

    /**
     * Sets the price of an order aside. The order's row may be written later in the same transaction.
     *
     * @param selfAgreed how much the resident agreed to pay in person, at most
     */
    public Holding hold(Jurisdiction jurisdiction, UUID order, Purchase purchase, Fen selfAgreed) {
        return sql.transaction(() -> {
            // Before anything is read, so that two orders cannot hold the same fen.
            store.lockLots(purchase.resident());
            if (store.isHeld(order)) {
                return new Holding.AlreadyHeld();
            }
            Draws draws = draws(purchase);
            Fen self = selfShare(draws.payments());
            if (self.compareTo(selfAgreed) > 0) {
                return new Holding.SelfShareTooHigh(self);
            }
            return append(Entry.held(jurisdiction, order, draws))
                    ? new Holding.Held(draws.payments())
                    : new Holding.AlreadyHeld();
        });
    }

    /**
     * Turns a part of the hold into money earned by the organisation of the order; the rest goes back where it came
     * from, what was drawn last first.
     *
     * @throws IllegalArgumentException when the part is nothing, or more than is held
     */
    public Capture capture(UUID order, Fen part) {
        if (part.isZero()) {
            throw new IllegalArgumentException("order " + order + " cannot earn nothing; release it");
        }
        return earn(order, held -> part);
    }

    /** Turns all of the hold into money earned; of an order that costs nothing that is nothing. */
    public Capture captureAll(UUID order) {
        return earn(order, held -> held);
    }

    /** Gives back all of the hold, where it came from. */
    public Release release(UUID order) {
        return sql.transaction(() -> switch (lockHold(order)) {
            case Hold.Open(Jurisdiction jurisdiction, Draws draws) -> append(
                    Entry.released(jurisdiction, order, draws))
                            ? new Release.Released(draws.total())
                            : new Release.AlreadySettled();
            case Hold.Settled() -> new Release.AlreadySettled();
            case Hold.Missing() -> new Release.NotHeld();
        });
    }

    /** What an order costs whom now: what was drawn for it, less what went back. One payment for each source. */
    public List<Payment> costOf(UUID order) {
        return store.draws(order).payments();
    }

    private Draws draws(Purchase purchase) {
        return Draws.of(purchase, store.spendable(purchase.resident(), purchase.day()));
    }

    private Capture earn(UUID order, UnaryOperator<Fen> share) {
        return sql.transaction(() -> switch (lockHold(order)) {
            case Hold.Open(Jurisdiction jurisdiction, Draws draws) -> {
                Fen earned = share.apply(draws.total());
                yield append(Entry.captured(jurisdiction, order, draws, earned))
                        ? new Capture.Captured(earned)
                        : new Capture.AlreadySettled();
            }
            case Hold.Settled() -> new Capture.AlreadySettled();
            case Hold.Missing() -> new Capture.NotHeld();
        });
    }

    private Hold lockHold(UUID order) {
        Optional<Jurisdiction> held = store.lockHold(order);
        if (held.isEmpty()) {
            return new Hold.Missing();
        }
        return store.isSettled(order) ? new Hold.Settled() : new Hold.Open(held.get(), store.draws(order));
    }

    private boolean append(Entry entry) {
        return store.append(ids.next(), entry, clock.instant());
    }
}
