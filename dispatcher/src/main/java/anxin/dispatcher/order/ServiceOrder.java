package anxin.dispatcher.order;

import anxin.dispatcher.catalogue.Service;
import anxin.dispatcher.incident.IncidentId;
import anxin.dispatcher.offer.ErrandId;
import anxin.dispatcher.offer.Opening;
import anxin.dispatcher.resident.Gender;
import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Protected;
import anxin.dispatcher.wallet.Fen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One ordered visit and how far it has come. Immutable; what changes is a copy that the store writes.
 *
 * @param number for people: F, date and running number
 * @param price  by the terms of its day, held from the moment it was ordered
 */
public record ServiceOrder(OrderId id, Jurisdiction jurisdiction, String number, ResidentId resident,
        Plan plan,
        Wishes wishes, Fen price, Instant createdAt, Progress progress) {

    /**
     * What was agreed when it was ordered.
     *
     * @param termsFrom which version of the terms
     */
    public record Plan(Service service, LocalDate termsFrom, String windowName, Instant windowOpens,
            Instant startsAt, Instant endsAt, int workers, boolean sameSex, Optional<String> skill,
            Opening.Diverting diverting) {

        /** The places people are looked for. */
        List<Opening> openings(Gender resident) {
            Opening.Hours hours = new Opening.Hours(startsAt, endsAt, diverting);
            List<Opening> openings = new ArrayList<>();
            openings.add(new Opening(sameSex ? Optional.of(resident) : Optional.empty(), Optional.of(hours)));
            for (int i = 1; i < workers; i++) {
                openings.add(new Opening(Optional.empty(), Optional.of(hours)));
            }
            return openings;
        }
    }

    /**
     * Who asked for it and what for.
     *
     * @param appointment JSON: hospital, department, time, documents, transport
     */
    public record Wishes(String channel, String requestedBy, Optional<UUID> dish,
            Optional<Protected> appointment,
            Optional<Protected> wish) {}

    /** What changes while a visit goes its way. */
    public record Progress(OrderState state, Money money, Optional<Attention> attention,
            Optional<Integer> score,
            Optional<IncidentId> incident, Milestones when, Optional<Rating> rating, FileEnd fileEnd) {

        Progress with(OrderState newState) {
            return new Progress(newState, money, attention, score, incident, when, rating, fileEnd);
        }

        Progress with(Money newMoney) {
            return new Progress(state, newMoney, attention, score, incident, when, rating, fileEnd);
        }

        Progress with(Milestones newWhen) {
            return new Progress(state, money, attention, score, incident, newWhen, rating, fileEnd);
        }

        Progress with(Rating newRating) {
            return new Progress(state, money, attention, score, incident, when, Optional.of(newRating),
                    fileEnd);
        }

        Progress with(FileEnd newEnd) {
            return new Progress(state, money, attention, score, incident, when, rating, newEnd);
        }

        Progress with(IncidentId welfare) {
            return new Progress(state, money, attention, score, Optional.of(welfare), when, rating, fileEnd);
        }

        Progress wanting(Attention why) {
            return new Progress(state, money, Optional.of(why), score, incident, when, rating, fileEnd);
        }

        /** The desk need not look any more for these reasons. */
        Progress settled(List<Attention> reasons) {
            return new Progress(state, money, attention.filter(why -> !reasons.contains(why)), score,
                    incident, when,
                    rating, fileEnd);
        }

        Progress scored(int newScore) {
            return new Progress(state, money, attention, Optional.of(newScore), incident, when, rating,
                    fileEnd);
        }
    }

    /** When things first happened. */
    public record Milestones(Optional<Instant> checkedInAt, Optional<Instant> begunAt,
            Optional<Instant> checkedOutAt,
            Optional<Instant> endedAt) {

        static final Milestones NONE = new Milestones(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());

        Milestones checkedIn(Instant at) {
            return new Milestones(Optional.of(checkedInAt.orElse(at)), begunAt, checkedOutAt, endedAt);
        }

        Milestones begun(Instant at) {
            return new Milestones(checkedInAt, Optional.of(at), checkedOutAt, endedAt);
        }

        Milestones checkedOut(Instant at) {
            return new Milestones(checkedInAt, begunAt, Optional.of(at), endedAt);
        }

        Milestones ended(Instant at) {
            return new Milestones(checkedInAt, begunAt, checkedOutAt, Optional.of(at));
        }
    }

    /** @param stars 1 to 5 */
    public record Rating(int stars, Complaint complaint, Instant at) {}

    /** Whether the resident complained. */
    public enum Complaint {
        NONE,
        MADE
    }

    /** Where the order's file ends: the number and hash of its last entry. */
    public record FileEnd(int seq, byte[] hash) {}

    public ErrandId errand() {
        return new ErrandId(id.uuid());
    }

    public boolean isOpen() {
        return progress.state().isOpen();
    }

    ServiceOrder with(Progress newProgress) {
        return new ServiceOrder(id, jurisdiction, number, resident, plan, wishes, price, createdAt,
                newProgress);
    }

    ServiceOrder in(OrderState state) {
        return with(progress.with(state));
    }

    ServiceOrder wanting(Attention why) {
        return with(progress.wanting(why));
    }
}
