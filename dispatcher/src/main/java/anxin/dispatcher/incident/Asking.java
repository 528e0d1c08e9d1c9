package anxin.dispatcher.incident;

import anxin.dispatcher.deadline.DeadlineKind;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.offer.Candidate;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferStore;
import anxin.dispatcher.offer.Offers;
import anxin.dispatcher.offer.Ranking;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.resident.ResidentStore;
import anxin.dispatcher.responder.Colleague;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.responder.ResponderStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides whom an incident asks next and asks them. The incident must be held by the transaction. */
final class Asking {

    // 一刻钟: the fifteen-minute circle.
    private static final Duration REACH = Duration.ofMinutes(15);
    private static final double NEAR_METERS = 500;
    private static final Set<String> SAID_FOR_THEM = Set.of("off-duty", "on-another-errand");

    private final ResponderStore responders;
    private final ResidentStore residents;
    private final OfferStore offerStore;
    private final Offers offers;
    private final DeadlineStore deadlines;
    private final Ranking ranking;
    private final Timeline timeline;
    private final ZoneId zone;

    Asking(ResponderStore responders, ResidentStore residents, OfferStore offerStore, Offers offers,
            DeadlineStore deadlines, Ranking ranking, Timeline timeline, ZoneId zone) {
        this.responders = responders;
        this.residents = residents;
        this.offerStore = offerStore;
        this.offers = offers;
        this.deadlines = deadlines;
        this.ranking = ranking;
        this.timeline = timeline;
        this.zone = zone;
    }

    /** The suitable people for an incident's door, best first; none when nobody knows whose door it is. */
    List<Candidate> candidates(Incident incident, Instant now) {
        return incident.resident()
                .map(residents::get)
                .map(resident -> candidates(incident, resident, now))
                .orElseGet(List::of);
    }

    private List<Candidate> candidates(Incident incident, Resident resident, Instant now) {
        return ranking.rank(responders.onDuty(incident.jurisdiction().organisation(), resident.id(), now),
                resident.place(), resident.language(), LocalDate.ofInstant(now, zone));
    }

    private Set<ResponderId> neighbours(Incident incident, Instant now) {
        return incident.resident().map(residents::get).stream()
                .flatMap(resident -> responders
                        .onDuty(incident.jurisdiction().organisation(), resident.id(), now).stream()
                        .filter(colleague -> isNeighbour(colleague, resident)))
                .map(colleague -> colleague.responder().id())
                .collect(Collectors.toSet());
    }

    // As the crow flies: round the corner is round the corner.
    private static boolean isNeighbour(Colleague colleague, Resident resident) {
        boolean lay = switch (colleague.responder().kind()) {
            case VOLUNTEER, NEIGHBOUR -> true;
            case CAREGIVER -> false;
        };
        return lay && colleague.whereabouts().place().metersTo(resident.place()) <= NEAR_METERS;
    }

    /** Opens the errand and asks the first; the circle widens by itself from here. */
    Incident begin(Incident incident, Instant now) {
        offers.open(incident.errand(), incident.jurisdiction(), now);
        Incident asking = incident.with(new HelpTrack.Asking());
        Incident asked = askBest(asking, offers.policy().first(), "three-best", now);
        scheduleWidening(asked, 1, now);
        return asked;
    }

    /** The n-th widening: as many as the policy wants by now. */
    Incident widen(Incident incident, int widenings, Instant now) {
        List<Offer> asked = offerStore.ofErrand(incident.errand());
        int more = offers.policy().toAsk(asked, widenings, now);
        Incident after = askBest(incident, more, "two-more", now);
        if (asked.size() + more < offers.policy().cap()) {
            scheduleWidening(after, widenings + 1, now);
        }
        return after;
    }

    /** Somebody said no: the next best is asked at once. */
    Incident replace(Incident incident, ResponderId who, Instant now) {
        return ask(incident, notAsked(incident, now).stream()
                .filter(candidate -> !candidate.responder().id().equals(who))
                .limit(1).toList(), "replacement", now);
    }

    /** Volunteers and neighbours round the corner, those who were silent before included. */
    Incident nearNeighbours(Incident incident, Instant now) {
        Set<ResponderId> near = neighbours(incident, now);
        return ask(incident, notAsked(incident, now).stream()
                .filter(candidate -> near.contains(candidate.responder().id()))
                .toList(), "near-neighbours", now);
    }

    /** Everybody suitable within fifteen minutes, those who were silent before included. */
    Incident withinReach(Incident incident, String phase, Instant now) {
        return ask(incident, notAsked(incident, now).stream()
                .filter(candidate -> candidate.travel().compareTo(REACH) <= 0)
                .toList(), phase, now);
    }

    /** One person, chosen at the desk. Empty when that person is not suitable now. */
    Optional<Incident> byHand(Incident incident, ResponderId chosen, Actor by, Instant now) {
        return candidates(incident, now).stream()
                .filter(candidate -> candidate.responder().id().equals(chosen))
                .findFirst()
                .map(candidate -> {
                    offers.open(incident.errand(), incident.jurisdiction(), now);
                    return ask(incident.with(new HelpTrack.Asking()), List.of(candidate), "desk", by, now);
                });
    }

    boolean isAnybodyAskedNow(Incident incident) {
        return offerStore.ofErrand(incident.errand()).stream().anyMatch(offer -> offer.state().live());
    }

    boolean isAskedNow(Incident incident, ResponderId responder) {
        return offerStore.ofErrand(incident.errand()).stream()
                .anyMatch(offer -> offer.responder().equals(responder) && offer.state().live());
    }

    /** Suitable people who are not being asked and have not answered, best first. */
    List<Candidate> notAsked(Incident incident, Instant now) {
        Set<ResponderId> settled = offerStore.ofErrand(incident.errand()).stream()
                .filter(offer -> !mayBeAskedAgain(offer))
                .map(Offer::responder)
                .collect(Collectors.toSet());
        return candidates(incident, now).stream()
                .filter(candidate -> !settled.contains(candidate.responder().id()))
                .toList();
    }

    private Incident askBest(Incident incident, int howMany, String phase, Instant now) {
        return ask(incident, notAsked(incident, now).stream().limit(howMany).toList(), phase, now);
    }

    // Silence is no answer, and whoever was told "somebody else goes" is needed again when that somebody gives back.
    // Whoever was done can come once more. What was said for somebody is no answer of theirs.
    private static boolean mayBeAskedAgain(Offer offer) {
        return switch (offer.state()) {
            case EXPIRED, SUPERSEDED, FAILED -> true;
            case ACCEPTED -> offer.step().equals(Optional.of(Step.DONE));
            case DECLINED -> offer.declineReason().filter(SAID_FOR_THEM::contains).isPresent();
            case PLANNED, SENT, DELIVERED, SEEN -> false;
        };
    }

    private Incident ask(Incident incident, List<Candidate> people, String phase, Instant now) {
        return ask(incident, people, phase, Actor.SYSTEM, now);
    }

    private Incident ask(Incident incident, List<Candidate> people, String phase, Actor by, Instant now) {
        List<Offer> asked = offers.ask(incident.errand(), incident.jurisdiction(), people, phase, now);
        if (asked.isEmpty()) {
            return incident;
        }
        List<String> who = asked.stream().map(offer -> offer.responder().uuid().toString()).toList();
        return timeline.write(incident, now, EventKind.OFFERED, by,
                Map.of("phase", phase, "responders", who));
    }

    private void scheduleWidening(Incident incident, int step, Instant now) {
        deadlines.set(incident.jurisdiction(), incident.id().uuid(), DeadlineKind.WIDEN, step,
                now.plus(offers.policy().every()));
    }
}
