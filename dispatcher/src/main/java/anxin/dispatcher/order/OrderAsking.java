package anxin.dispatcher.order;

import anxin.dispatcher.deadline.DeadlineKind;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.incident.Actor;
import anxin.dispatcher.offer.Candidate;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferStore;
import anxin.dispatcher.offer.Offers;
import anxin.dispatcher.offer.Ranking;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.resident.ResidentStore;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.responder.ResponderStore;
import anxin.dispatcher.store.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides whom an order asks next and asks them. The order must be held by the transaction. */
final class OrderAsking {

    // Who is on duty now says little about tomorrow.
    private static final Duration ASK_BEFORE = Duration.ofHours(12);
    // Said by the system for somebody who could not come then.
    private static final Set<String> NOT_THEIR_OWN_NO = Set.of("on-another-errand", "off-duty");
    private static final Duration KEEP_ASKING_AFTER_START = Duration.ofMinutes(60);

    private final ResponderStore responders;
    private final ResidentStore residents;
    private final OfferStore offerStore;
    private final Offers offers;
    private final DeadlineStore deadlines;
    private final Ranking ranking;
    private final OrderTimeline timeline;
    private final ZoneId zone;

    OrderAsking(ResponderStore responders, ResidentStore residents, OfferStore offerStore, Offers offers,
            DeadlineStore deadlines, Ranking ranking, OrderTimeline timeline, ZoneId zone) {
        this.responders = responders;
        this.residents = residents;
        this.offerStore = offerStore;
        this.offers = offers;
        this.deadlines = deadlines;
        this.ranking = ranking;
        this.timeline = timeline;
        this.zone = zone;
    }

    /** Opens the places and asks the first people now, or twelve hours before the visit when that is later. */
    ServiceOrder begin(ServiceOrder order, Instant now) {
        Resident resident = residents.get(order.resident());
        offers.open(order.errand(), order.jurisdiction(), order.plan().openings(resident.gender()), now);
        Instant askAt = order.plan().startsAt().minus(ASK_BEFORE);
        if (askAt.isAfter(now)) {
            deadlines.set(order.jurisdiction(), order.id().uuid(), DeadlineKind.ORDER_ASK, 0, askAt);
            return order;
        }
        return widen(order, 0, now);
    }

    /** The n-th round: as many people as the policy wants by now for each empty place; the next round is a row. */
    ServiceOrder widen(ServiceOrder order, int round, Instant now) {
        int places = offerStore.openings(order.errand()).size();
        if (places == 0) {
            return order;
        }
        scheduleRound(order, round + 1, now);
        List<Offer> asked = lastQuestions(order);
        int more = Math.max(offers.policy().toAsk(asked, round, now), round == 0 ? places : 0);
        return orSayNobody(
                ask(order, notAsked(order, now).stream().limit(more).toList(), "round", whyAgain(order), now),
                now);
    }

    /** Somebody said no: the next best is asked at once. */
    ServiceOrder declined(ServiceOrder order, Offer offer, String reason, Instant now) {
        ServiceOrder told = timeline.write(order, now, OrderEventKind.DECLINED, Actor.of(offer.responder()),
                Map.of("reason", reason));
        boolean wanted = told.isOpen() && !offerStore.openings(told.errand()).isEmpty();
        return wanted ? replace(told, now) : told;
    }

    private ServiceOrder replace(ServiceOrder order, Instant now) {
        return orSayNobody(
                ask(order, notAsked(order, now).stream().limit(1).toList(), "replacement", whyAgain(order),
                        now),
                now);
    }

    /** A place is empty again: it is offered with the reason, and rounds begin anew. */
    ServiceOrder again(ServiceOrder order, String why, Instant now) {
        deadlines.cancel(order.id().uuid(), DeadlineKind.ORDER_ASK, now, why);
        scheduleRound(order, 1, now);
        return orSayNobody(ask(order.in(OrderState.OFFERED),
                notAsked(order, now).stream().limit(offers.policy().first()).toList(), "again",
                Optional.of(why), now),
                now);
    }

    /** One person, chosen at the desk. Empty when that person cannot do it. */
    Optional<ServiceOrder> byHand(ServiceOrder order, ResponderId chosen, Actor by, Instant now) {
        return candidates(order, now).stream()
                .filter(candidate -> candidate.responder().id().equals(chosen))
                .findFirst()
                .map(candidate -> ask(order, List.of(candidate), "desk", whyAgain(order), by, now));
    }

    boolean isAskedNow(ServiceOrder order, ResponderId responder) {
        return offerStore.ofErrand(order.errand()).stream()
                .anyMatch(offer -> offer.responder().equals(responder) && offer.state().live());
    }

    /** Suitable people who are not being asked and have not said no, best first. */
    List<Candidate> notAsked(ServiceOrder order, Instant now) {
        Set<ResponderId> settled = offerStore.ofErrand(order.errand()).stream()
                .filter(offer -> !mayBeAskedAgain(offer))
                .map(Offer::responder)
                .collect(Collectors.toSet());
        return candidates(order, now).stream()
                .filter(candidate -> !settled.contains(candidate.responder().id()))
                .toList();
    }

    private List<Candidate> candidates(ServiceOrder order, Instant now) {
        Resident resident = residents.get(order.resident());
        LocalDate day = LocalDate.ofInstant(order.plan().startsAt(), zone);
        return ranking.rank(
                responders.forVisit(order.jurisdiction().organisation(), order.resident(), order.id().uuid(),
                        order.plan().skill().orElse(null), day, now),
                resident.place(), resident.language(), day);
    }

    // Said to everybody who is asked from then on: somebody had it before.
    private Optional<String> whyAgain(ServiceOrder order) {
        return offerStore.ofErrand(order.errand()).stream()
                .flatMap(offer -> offer.step().stream())
                .filter(step -> step == Step.DIVERTED || step == Step.GIVEN_BACK)
                .reduce((before, last) -> last)
                .map(Word::of);
    }

    // One for each person: somebody asked again after a silence is still one person.
    private List<Offer> lastQuestions(ServiceOrder order) {
        return List.copyOf(offerStore.ofErrand(order.errand()).stream()
                .collect(Collectors.toMap(Offer::responder, Function.identity(), (before, last) -> last))
                .values());
    }

    // Whoever was taken away to a call for help did not say no.
    private static boolean mayBeAskedAgain(Offer offer) {
        return switch (offer.state()) {
            case EXPIRED, SUPERSEDED, FAILED -> true;
            case ACCEPTED -> offer.step().filter(step -> step == Step.DIVERTED).isPresent();
            case DECLINED -> offer.declineReason().filter(NOT_THEIR_OWN_NO::contains).isPresent();
            case PLANNED, SENT, DELIVERED, SEEN -> false;
        };
    }

    // Nobody to ask is itself something a named human is told: the order stands in front on the desk.
    private ServiceOrder orSayNobody(ServiceOrder asked, Instant now) {
        boolean anybody = offerStore.ofErrand(asked.errand()).stream()
                .anyMatch(offer -> offer.state().live());
        boolean said = asked.progress().attention().filter(why -> why == Attention.NOBODY_TO_ASK).isPresent();
        if (anybody || said) {
            return anybody ? asked.with(asked.progress().settled(List.of(Attention.NOBODY_TO_ASK))) : asked;
        }
        return timeline.write(asked.wanting(Attention.NOBODY_TO_ASK), now, OrderEventKind.NOBODY_TO_ASK,
                Actor.SYSTEM,
                Map.of());
    }

    private ServiceOrder ask(ServiceOrder order, List<Candidate> people, String phase, Optional<String> why,
            Instant now) {
        return ask(order, people, phase, why, Actor.SYSTEM, now);
    }

    private ServiceOrder ask(ServiceOrder order, List<Candidate> people, String phase, Optional<String> why,
            Actor by,
            Instant now) {
        List<Offer> asked = offers.ask(order.errand(), order.jurisdiction(), people, phase, why, now);
        if (asked.isEmpty()) {
            return order;
        }
        Map<String, Object> body = new TreeMap<>(Map.of("phase", phase, "responders",
                asked.stream().map(offer -> offer.responder().uuid().toString()).toList()));
        why.ifPresent(reason -> body.put("why", reason));
        return timeline.write(order, now, OrderEventKind.OFFERED, by, body);
    }

    private void scheduleRound(ServiceOrder order, int round, Instant now) {
        Instant next = now.plus(offers.policy().every());
        if (next.isBefore(order.plan().startsAt().plus(KEEP_ASKING_AFTER_START))) {
            deadlines.set(order.jurisdiction(), order.id().uuid(), DeadlineKind.ORDER_ASK, round, next);
        }
    }
}
