package anxin.dispatcher.wallet;

import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that happened to money. Its lines add up to nothing: what goes in somewhere has come out somewhere.
 *
 * @param key what makes two of them the same, so that each happens once
 */
record Entry(Jurisdiction jurisdiction, EntryKind kind, String key, Optional<UUID> order, List<Line> lines) {

    Entry {
        lines = List.copyOf(lines);
        long sum = lines.stream().mapToLong(Line::fen).reduce(0, Math::addExact);
        if (sum != 0) {
            throw new IllegalArgumentException("entry " + key + " makes " + sum + " fen out of nothing");
        }
    }

    static Entry granted(Jurisdiction jurisdiction, Allotment allotment, UUID lot, String key) {
        return new Entry(jurisdiction, EntryKind.GRANTED, grantKey(allotment.resident(), key),
                Optional.empty(),
                List.of(Line.outOf(Purse.source(allotment.source()), allotment.fen()),
                        Line.into(Purse.lot(lot), allotment.fen())));
    }

    static Entry held(Jurisdiction jurisdiction, UUID order, Draws draws) {
        List<Line> lines = new ArrayList<>(draws.out());
        Fen held = draws.total();
        if (!held.isZero()) {
            lines.add(Line.into(Purse.held(order), held));
        }
        return ofOrder(jurisdiction, EntryKind.HELD, order, lines);
    }

    /** @throws IllegalArgumentException when more is earned than was held */
    static Entry captured(Jurisdiction jurisdiction, UUID order, Draws held, Fen earned) {
        if (earned.compareTo(held.total()) > 0) {
            throw new IllegalArgumentException(
                    "order " + order + " cannot earn " + earned.amount() + " fen of "
                            + held.total().amount() + " held");
        }
        List<Line> lines = new ArrayList<>();
        if (!earned.isZero()) {
            lines.add(Line.outOf(Purse.held(order), held.total()));
            lines.add(Line.into(Purse.earned(jurisdiction.organisation()), earned));
        }
        lines.addAll(held.last(held.total().minus(earned)).back());
        return ofOrder(jurisdiction, EntryKind.CAPTURED, order, lines);
    }

    static Entry released(Jurisdiction jurisdiction, UUID order, Draws held) {
        List<Line> lines = new ArrayList<>();
        if (!held.total().isZero()) {
            lines.add(Line.outOf(Purse.held(order), held.total()));
        }
        lines.addAll(held.last(held.total()).back());
        return ofOrder(jurisdiction, EntryKind.RELEASED, order, lines);
    }

    private static Entry ofOrder(Jurisdiction jurisdiction, EntryKind kind, UUID order, List<Line> lines) {
        return new Entry(jurisdiction, kind, Word.of(kind) + "/" + order, Optional.of(order), lines);
    }

    // Two residents may be given money under the same name, such as the voucher of a month.
    private static String grantKey(ResidentId resident, String key) {
        return Word.of(EntryKind.GRANTED) + "/" + resident.uuid() + "/" + key;
    }
}
