package anxin.dispatcher.incident;

import anxin.dispatcher.device.DeviceId;
import anxin.dispatcher.offer.ErrandId;
import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.store.Jurisdiction;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One call for help and how far it has come. Immutable; what changes is a copy that the store writes.
 *
 * @param number   for people: date and running number
 * @param priority 1 is the most urgent, 4 the least
 * @param rule     which triage rule gave the priority
 * @param presses  how many signals it has gathered
 * @param ladder   what it climbs; a newer version does not disturb it
 * @param order    the service order whose door it was, if it was one's
 */
public record Incident(IncidentId id, Jurisdiction jurisdiction, String number, UUID subject,
        Optional<ResidentId> resident, Optional<DeviceId> device, AlarmType type, int priority, String rule,
        boolean exercise, Instant openedAt, Optional<Instant> deviceTime, AgeBand ageBand, int presses,
        Instant lastSignalAt, Milestones milestones, DeskTrack desk, HelpTrack help, Contacting contacting,
        FileEnd fileEnd, Optional<LadderVersion> ladder, Optional<UUID> order) {

    /** When things first happened. */
    public record Milestones(Optional<Instant> displayedAt, Optional<Instant> escalatedAt,
            Optional<Instant> takenAt,
            Optional<Instant> dispatchedAt) {

        static final Milestones NONE = new Milestones(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /** What is known from calling and from the door. */
    public record Contacting(int attempts, boolean voiceContact, boolean wasOnScene) {

        static final Contacting NONE = new Contacting(0, false, false);
    }

    /** Where the incident's file ends: the number and hash of its last entry. */
    public record FileEnd(int seq, byte[] hash) {

        static final FileEnd EMPTY = new FileEnd(0, Event.NOTHING_BEFORE);
    }

    public ErrandId errand() {
        return new ErrandId(id.uuid());
    }

    public boolean isOpen() {
        return !(desk instanceof DeskTrack.Closed);
    }

    public boolean isKeptBy(StaffId staff) {
        return desk instanceof DeskTrack.Kept kept && kept.by().equals(staff);
    }

    /** @param drill whether the new signal is part of a drill; one real signal makes the whole incident real */
    Incident withSignal(Instant at, int newPriority, boolean drill) {
        return new Incident(id, jurisdiction, number, subject, resident, device, type, newPriority, rule,
                exercise && drill,
                openedAt, deviceTime, ageBand, presses + 1, at, milestones, desk, help, contacting, fileEnd,
                ladder,
                order);
    }

    Incident with(DeskTrack newDesk) {
        return new Incident(id, jurisdiction, number, subject, resident, device, type, priority, rule,
                exercise,
                openedAt, deviceTime, ageBand, presses, lastSignalAt, milestones, newDesk, help, contacting,
                fileEnd, ladder, order);
    }

    Incident with(HelpTrack newHelp) {
        return new Incident(id, jurisdiction, number, subject, resident, device, type, priority, rule,
                exercise,
                openedAt, deviceTime, ageBand, presses, lastSignalAt, milestones, desk, newHelp, contacting,
                fileEnd, ladder, order);
    }

    Incident with(Milestones newMilestones) {
        return new Incident(id, jurisdiction, number, subject, resident, device, type, priority, rule,
                exercise,
                openedAt, deviceTime, ageBand, presses, lastSignalAt, newMilestones, desk, help, contacting,
                fileEnd, ladder, order);
    }

    Incident with(Contacting newContacting) {
        return new Incident(id, jurisdiction, number, subject, resident, device, type, priority, rule,
                exercise,
                openedAt, deviceTime, ageBand, presses, lastSignalAt, milestones, desk, help, newContacting,
                fileEnd, ladder, order);
    }

    Incident with(FileEnd newEnd) {
        return new Incident(id, jurisdiction, number, subject, resident, device, type, priority, rule,
                exercise,
                openedAt, deviceTime, ageBand, presses, lastSignalAt, milestones, desk, help, contacting,
                newEnd, ladder, order);
    }

    Incident climbing(LadderVersion version) {
        return new Incident(id, jurisdiction, number, subject, resident, device, type, priority, rule,
                exercise,
                openedAt, deviceTime, ageBand, presses, lastSignalAt, milestones, desk, help, contacting,
                fileEnd, Optional.of(version), order);
    }

    Incident displayed(Instant at) {
        return with(new Milestones(Optional.of(milestones.displayedAt.orElse(at)), milestones.escalatedAt,
                milestones.takenAt, milestones.dispatchedAt));
    }

    Incident escalated(Instant at) {
        return with(new Milestones(milestones.displayedAt, Optional.of(milestones.escalatedAt.orElse(at)),
                milestones.takenAt, milestones.dispatchedAt));
    }

    Incident taken(Instant at) {
        return with(new Milestones(milestones.displayedAt, milestones.escalatedAt,
                Optional.of(milestones.takenAt.orElse(at)), milestones.dispatchedAt));
    }

    Incident dispatched(Instant at) {
        return with(new Milestones(milestones.displayedAt, milestones.escalatedAt, milestones.takenAt,
                Optional.of(milestones.dispatchedAt.orElse(at))));
    }
}
