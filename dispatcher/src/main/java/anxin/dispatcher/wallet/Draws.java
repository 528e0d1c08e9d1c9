package anxin.dispatcher.wallet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one price is taken from, in the order in which it is taken. Pure: no clock, no database. */
record Draws(List<Draw> draws) {

    Draws {
        draws = List.copyOf(draws);
    }

    /**
     * The grants first, then the lots that permit the service, the rest from the resident in person.
     *
     * @param lots what may be spent on the day, in the order in which it is to be spent
     */
    static Draws of(Purchase purchase, List<Lot> lots) {
        List<Draw> offered = new ArrayList<>();
        purchase.grants().forEach(
                grant -> offered.add(new Draw(grant.source(), Purse.source(grant.source()), grant.fen())));
        lots.stream().filter(lot -> lot.permits(purchase.service()))
                .forEach(lot -> offered.add(new Draw(lot.source(), Purse.lot(lot.id()), lot.left())));
        offered.add(new Draw(Payment.SELF, Purse.owed(purchase.resident()), purchase.price()));
        return new Draws(taken(offered, purchase.price()));
    }

    Fen total() {
        return draws.stream().map(Draw::fen).reduce(Fen.ZERO, Fen::plus);
    }

    /** So much of it, what was drawn last first. */
    Draws last(Fen fen) {
        return new Draws(taken(draws.reversed(), fen));
    }

    /** One payment for each word, in the order of the first draw. */
    List<Payment> payments() {
        Map<String, Fen> bySource = new LinkedHashMap<>();
        draws.forEach(draw -> bySource.merge(draw.source(), draw.fen(), Fen::plus));
        return bySource.entrySet().stream().map(paid -> new Payment(paid.getKey(), paid.getValue())).toList();
    }

    List<Line> out() {
        return draws.stream().map(draw -> Line.outOf(draw.purse(), draw.fen())).toList();
    }

    List<Line> back() {
        return draws.stream().map(draw -> Line.into(draw.purse(), draw.fen())).toList();
    }

    private static List<Draw> taken(List<Draw> offered, Fen fen) {
        List<Draw> taken = new ArrayList<>();
        Fen missing = fen;
        for (Draw draw : offered) {
            Fen share = draw.fen().min(missing);
            if (!share.isZero()) {
                taken.add(draw.withFen(share));
                missing = missing.minus(share);
            }
        }
        return taken;
    }
}
