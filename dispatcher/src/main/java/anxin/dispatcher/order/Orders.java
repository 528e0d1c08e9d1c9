package anxin.dispatcher.order;

import anxin.dispatcher.catalogue.Terms;
import anxin.dispatcher.catalogue.Window;
import anxin.dispatcher.deadline.DeadlineKind;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.feed.Change;
import anxin.dispatcher.feed.Feed;
import anxin.dispatcher.incident.Actor;
import anxin.dispatcher.incident.Staff;
import anxin.dispatcher.offer.Candidate;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.offer.OfferStore;
import anxin.dispatcher.offer.Offers;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.order.Admission.Facts;
import anxin.dispatcher.order.OrderRefusal.Rule;
import anxin.dispatcher.order.ServiceOrder.Complaint;
import anxin.dispatcher.order.ServiceOrder.FileEnd;
import anxin.dispatcher.order.ServiceOrder.Milestones;
import anxin.dispatcher.order.ServiceOrder.Plan;
import anxin.dispatcher.order.ServiceOrder.Progress;
import anxin.dispatcher.order.ServiceOrder.Rating;
import anxin.dispatcher.order.ServiceOrder.Wishes;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.resident.ResidentStore;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Seal;
import anxin.dispatcher.store.Sql;
import anxin.dispatcher.store.Word;
import anxin.dispatcher.wallet.Fen;
import anxin.dispatcher.wallet.Holding;
import anxin.dispatcher.wallet.Payment;
import anxin.dispatcher.wallet.Wallet;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What the desk may do about an order: place it, ask somebody by hand, cancel, rate, decide about a weak proof. */
public final class Orders {

    /** Everything an order is made with; the engine hands it in. */
    record Parts(Sql sql, OrderStore store, ResidentStore residents, Assortment assortment,
            OrderAsking asking,
            OfferStore offerStore, Offers offers, Wallet wallet, Settlement settlement,
            DeadlineStore deadlines,
            OrderTimeline timeline, Feed feed, Ids ids, InstantSource clock, ZoneId zone) {}

    private final Parts parts;
    private final Admission admission;
    private final DateTimeFormatter day;

    Orders(Parts parts) {
        this.parts = parts;
        this.admission = new Admission(parts.zone());
        this.day = DateTimeFormatter.ofPattern("yyyyMMdd").withZone(parts.zone());
    }

    /** Orders a visit. One transaction: the order, its file, the money set aside, its first offers and its clocks. */
    public OrderAnswer place(Request request, Staff by) {
        return parts.sql().transaction(() -> parts.residents()
                .lock(by.jurisdiction().organisation(), request.resident())
                .map(resident -> place(request, resident, by))
                .orElseGet(() -> OrderAnswer.refused(new OrderRefusal.NotFound())));
    }

    private OrderAnswer place(Request request, Resident resident, Staff by) {
        LocalDate visitDay = LocalDate.ofInstant(request.startsAt(), parts.zone());
        Facts facts = parts.assortment().facts(resident, request.service(), visitDay);
        Optional<OrderRefusal> against = admission.against(request, facts);
        if (against.isPresent()) {
            return OrderAnswer.refused(against.get());
        }
        Terms terms = facts.terms().orElseThrow();
        Window window = facts.window(request.startsAt()).orElseThrow();
        Optional<ServiceOrder> standing = parts.store()
                .findStanding(resident.id(), request.service(), window.opens())
                .or(() -> parts.store().findOverlapping(resident.id(), request.startsAt(),
                        request.startsAt().plus(terms.length())));
        if (standing.isPresent()) {
            return OrderAnswer.refused(Rule.ALREADY_ORDERED, standing.get().number());
        }
        ServiceOrder order = fresh(request, resident, terms, window, facts);
        Fen agreed = request.selfPay() == Request.SelfPay.AGREED ? terms.price() : Fen.ZERO;
        return switch (parts.wallet().hold(order.jurisdiction(), order.id().uuid(),
                parts.assortment().purchase(resident, terms, window, visitDay), agreed)) {
            case Holding.SelfShareTooHigh(Fen self) ->
                OrderAnswer.refused(Rule.SELF_PAY_NOT_CONFIRMED, self.amount() + " fen");
            case Holding.AlreadyHeld() -> throw new IllegalStateException("a new order is paid for already");
            case Holding.Held(List<Payment> payments) -> placed(order, facts, payments, by);
        };
    }

    private ServiceOrder fresh(Request request, Resident resident, Terms terms, Window window, Facts facts) {
        Instant now = parts.clock().instant();
        Plan plan = new Plan(terms.service(), terms.effectiveFrom(), window.name(), window.opens(),
                request.startsAt(),
                request.startsAt().plus(terms.length()), terms.workersFor(facts.level().orElse(0)),
                terms.sameSex(),
                terms.skill(), terms.diverting());
        Wishes wishes = new Wishes("call-12349", request.requestedBy(), request.dish(),
                request.appointment().map(Request.Appointment::said),
                request.wish());
        String number = "F%s-%04d".formatted(day.format(now), parts.store().nextNumber());
        Progress progress = new Progress(OrderState.OFFERED, Money.HELD, Optional.empty(), Optional.empty(),
                Optional.empty(), Milestones.NONE, Optional.empty(), new FileEnd(0, Seal.nothingBefore()));
        return new ServiceOrder(new OrderId(parts.ids().next()), resident.jurisdiction(), number,
                resident.id(), plan,
                wishes, terms.price(), now, progress);
    }

    private OrderAnswer placed(ServiceOrder order, Facts facts, List<Payment> payments, Staff by) {
        Instant now = order.createdAt();
        parts.store().insert(order);
        Actor actor = Actor.of(by.id());
        ServiceOrder told = write(order, OrderEventKind.REQUESTED, actor,
                Map.of("channel", order.wishes().channel(),
                        "requestedBy", order.wishes().requestedBy(), "consent", "yes", "service",
                        Word.of(order.plan().service())));
        Map<String, Object> assessed = new TreeMap<>(Map.of("basis", facts.basis().orElseThrow(), "workers",
                order.plan().workers(), "terms", order.plan().termsFrom().toString()));
        facts.level().ifPresent(level -> assessed.put("level", level));
        told = write(told, OrderEventKind.ASSESSED, Actor.SYSTEM, assessed);
        told = write(told, OrderEventKind.HELD, Actor.SYSTEM, Map.of("pays", inWords(payments)));
        told = write(told, OrderEventKind.SCHEDULED, Actor.SYSTEM,
                Map.of("startsAt", order.plan().startsAt().toString(),
                        "endsAt", order.plan().endsAt().toString(), "window", order.plan().windowName()));
        parts.deadlines().set(order.jurisdiction(), order.id().uuid(), DeadlineKind.ORDER_LATE, 1,
                order.plan().startsAt().plus(OrderClock.WARN_AFTER));
        parts.timeline().save(parts.asking().begin(told, now));
        return new OrderAnswer.Done(order.id());
    }

    /** Asks one more person, chosen at the desk. */
    public OrderAnswer ask(OrderId id, Staff by, ResponderId chosen) {
        return onOwn(id, by, order -> {
            if (!order.isOpen()) {
                return OrderAnswer.refused(Rule.ORDER_ENDED, "");
            }
            if (parts.offerStore().openings(order.errand()).isEmpty()) {
                return OrderAnswer.refused(Rule.NO_PLACE_LEFT, "");
            }
            if (parts.asking().isAskedNow(order, chosen)) {
                return OrderAnswer.refused(Rule.ALREADY_ASKED, "");
            }
            return parts.asking().byHand(order, chosen, Actor.of(by.id()), parts.clock().instant())
                    .map(this::saved)
                    .orElseGet(() -> OrderAnswer.refused(Rule.NOT_SUITABLE, ""));
        });
    }

    /**
     * Ends it before anybody is at the door; what was held goes back.
     *
     * @param whose resident, family or centre
     */
    public OrderAnswer cancel(OrderId id, Staff by, String whose, String reason) {
        return onOwn(id, by, order -> {
            if (!order.isOpen()) {
                return OrderAnswer.refused(Rule.ORDER_ENDED, "");
            }
            if (isSomebodyThere(order)) {
                return OrderAnswer.refused(Rule.SOMEBODY_AT_THE_DOOR, "");
            }
            Instant now = parts.clock().instant();
            List<ResponderId> holders = parts.offerStore().holders(order.errand());
            ServiceOrder cancelled = write(order.in(OrderState.CANCELLED), OrderEventKind.CANCELLED,
                    Actor.of(by.id()),
                    Map.of("by", whose, "reason", reason));
            parts.timeline().save(parts.settlement().ended(parts.settlement().released(cancelled, now), now));
            holders.forEach(
                    holder -> parts.feed().tellResponder(order.jurisdiction(), holder, Change.Kind.OFFER,
                            order.id().uuid()));
            return new OrderAnswer.Done(id);
        });
    }

    /** Takes a place from somebody whose phone is dead or who cannot be reached; the place is offered again. */
    public OrderAnswer takeBack(OrderId id, Staff by, ResponderId holder, String reason) {
        return onOwn(id, by, order -> {
            Optional<Offer> held = parts.offerStore().ofErrand(order.errand()).stream()
                    .filter(offer -> offer.holds() && offer.responder().equals(holder))
                    .findFirst();
            if (!order.isOpen() || held.isEmpty()) {
                return OrderAnswer.refused(Rule.NOT_THEIRS, "");
            }
            if (order.progress().state() == OrderState.IN_PROGRESS) {
                return OrderAnswer.refused(Rule.SOMEBODY_AT_THE_DOOR, "");
            }
            Instant now = parts.clock().instant();
            parts.offers().step(held.get(), Step.GIVEN_BACK, now);
            ServiceOrder told = write(order, OrderEventKind.TAKEN_BACK, Actor.of(by.id()),
                    Map.of("responder", holder.uuid().toString(), "reason", reason));
            return saved(parts.asking().again(told, "given-back", now));
        });
    }

    /** What the resident says about it, by telephone. */
    public OrderAnswer rate(OrderId id, Staff by, int stars, Complaint complaint, Optional<String> words) {
        return onOwn(id, by, order -> {
            OrderState state = order.progress().state();
            if (state != OrderState.CHECKED_OUT && state != OrderState.VERIFIED) {
                return OrderAnswer.refused(Rule.NOT_CHECKED_OUT, "");
            }
            if (order.progress().rating().isPresent()) {
                return OrderAnswer.refused(Rule.ALREADY_RATED, "");
            }
            Instant now = parts.clock().instant();
            parts.deadlines().cancel(id.uuid(), DeadlineKind.ORDER_UNRATED, now, "rated");
            Map<String, Object> body = new TreeMap<>(Map.of("stars", stars, "complaint", Word.of(complaint)));
            words.ifPresent(said -> body.put("words", said));
            Progress rated = order.progress().with(new Rating(stars, complaint, now))
                    .settled(List.of(Attention.UNRATED));
            ServiceOrder told = write(order.with(rated), OrderEventKind.RATED, Actor.of(by.id()), body);
            // Money that waits for a decision stays in front; the complaint follows when it is decided.
            boolean undecided = told.progress().attention().filter(why -> why == Attention.WEAK_PROOF)
                    .isPresent();
            return saved(
                    complaint == Complaint.MADE && !undecided ? told.wanting(Attention.COMPLAINT) : told);
        });
    }

    /**
     * A named person decides about a visit whose proof is too weak to be paid by itself, or that its time has passed and
     * nobody has checked out of.
     */
    public OrderAnswer review(OrderId id, Staff by, Settlement.Decision decision, String note) {
        return onOwn(id, by, order -> {
            Instant now = parts.clock().instant();
            boolean leftOpen = isSomebodyThere(order) && order.plan().endsAt().isBefore(now);
            if (order.progress().state() != OrderState.CHECKED_OUT && !leftOpen) {
                return OrderAnswer.refused(Rule.NOTHING_TO_REVIEW, "");
            }
            ServiceOrder over = leftOpen ? parts.settlement().leftOpen(order, Actor.of(by.id()), now) : order;
            ServiceOrder reviewed = write(over, OrderEventKind.REVIEWED, Actor.of(by.id()),
                    Map.of("decision", Word.of(decision), "note", note));
            return saved(parts.settlement().decided(reviewed, decision, now));
        });
    }

    /** Suitable people who have not been asked yet, best first. */
    public List<Candidate> candidates(ServiceOrder order) {
        return order.isOpen() ? parts.asking().notAsked(order, parts.clock().instant()) : List.of();
    }

    private boolean isSomebodyThere(ServiceOrder order) {
        return parts.offerStore().ofErrand(order.errand()).stream()
                .anyMatch(offer -> offer.holds()
                        && offer.step().filter(step -> step == Step.ARRIVED).isPresent());
    }

    private ServiceOrder write(ServiceOrder order, OrderEventKind kind, Actor actor, Map<String, ?> body) {
        return parts.timeline().write(order, parts.clock().instant(), kind, actor, body);
    }

    private OrderAnswer saved(ServiceOrder order) {
        parts.timeline().save(order);
        return new OrderAnswer.Done(order.id());
    }

    private OrderAnswer onOwn(OrderId id, Staff by, Function<ServiceOrder, OrderAnswer> act) {
        return parts.sql().transaction(() -> parts.store().lock(id)
                .filter(order -> order.jurisdiction().organisation().equals(by.jurisdiction().organisation()))
                .map(act)
                .orElseGet(() -> OrderAnswer.refused(new OrderRefusal.NotFound())));
    }

    private static List<Map<String, Object>> inWords(List<Payment> payments) {
        return payments.stream()
                .map(payment -> Map.<String, Object>of("source", payment.source(), "fen",
                        payment.fen().amount()))
                .toList();
    }
}
