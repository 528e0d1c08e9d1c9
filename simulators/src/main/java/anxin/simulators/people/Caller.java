package anxin.simulators.people;

import anxin.simulators.web.OrderWish;
import anxin.simulators.web.OrderWish.Appointment;
import anxin.simulators.web.OrderWish.SelfPay;
import anxin.simulators.web.ServiceOffer;
import anxin.simulators.web.ServiceOffer.Diet;
import anxin.simulators.web.ServiceOffer.Dish;
import anxin.simulators.web.ServiceOffer.Service;
import anxin.simulators.web.ServiceOffer.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who calls 12349 for a service: what they ask for, and whether the server should take it. Pure. */
final class Caller {

    private static final Duration TO_SAY_IT = Duration.ofMinutes(1);
    private static final Duration AFTER_THE_WINDOW = Duration.ofHours(1);

    private final String resident;
    private final Surroundings around;

    Caller(String resident, Surroundings around) {
        this.resident = resident;
        this.around = around;
    }

    /** @param refusals the words one of which must refuse it; none when it should be taken */
    record Request(OrderWish wish, Set<String> refusals) {}

    private record Choice(Service service, Window window) {}

    /** Nothing when nothing can be ordered on that day. */
    Optional<Request> ask(ServiceOffer offer) {
        List<Choice> choices = new ArrayList<>();
        for (Service service : offer.services()) {
            if (!service.word().equals("meal") || findDish(service, Diet.PERMITTED).isPresent()) {
                service.windows().stream().filter(Caller::isReachable)
                        .min(Comparator.comparing(Window::earliest))
                        .ifPresent(window -> choices.add(new Choice(service, window)));
            }
        }
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        String liked = likedService();
        List<Choice> matching = choices.stream().filter(one -> one.service().word().equals(liked)).toList();
        Choice choice = any(matching.isEmpty() ? choices : matching);
        OrderWish right = wish(choice);
        return Optional.of(around.strikes(Mishap.WRONG_ORDER)
                ? any(wrongOnes(right, choice))
                : new Request(right, Set.of()));
    }

    // Mostly meals.
    private String likedService() {
        double draw = around.chance().nextDouble();
        return draw < 0.70 ? "meal" : draw < 0.85 ? "bath" : "medical";
    }

    private OrderWish wish(Choice choice) {
        Window window = choice.window();
        // As early as may be, but not everybody at the same minute.
        Instant start = window.earliest().plus(TO_SAY_IT).plus(around.between(60, 8 * 60))
                .truncatedTo(ChronoUnit.MINUTES);
        Instant last = window.closes().minus(1, ChronoUnit.MINUTES);
        Instant startsAt = start.isAfter(last) ? last : start;
        boolean medical = choice.service().word().equals("medical");
        // Every other operator forgets to ask before the server reminds them.
        boolean asked = window.selfPayFen() > 0 && around.chance().nextBoolean();
        return new OrderWish(resident, choice.service().word(), startsAt,
                findDish(choice.service(), Diet.PERMITTED).map(Dish::id).orElse(null),
                medical ? appointment(startsAt) : null, asked ? SelfPay.CONFIRMED : SelfPay.NOT_ASKED);
    }

    private List<Request> wrongOnes(OrderWish right, Choice choice) {
        OrderWish paid = right.confirmed();
        List<Request> wrong = new ArrayList<>();
        wrong.add(new Request(
                new OrderWish(resident, paid.service(), choice.window().closes().plus(AFTER_THE_WINDOW),
                        paid.dish(), paid.appointment(), SelfPay.CONFIRMED),
                Set.of("outside-window", "too-late", "too-far-ahead")));
        if (right.dish() != null) {
            wrong.add(new Request(withDish(paid, null), Set.of("dish-missing")));
            findDish(choice.service(), Diet.FORBIDDEN).ifPresent(
                    dish -> wrong.add(new Request(withDish(paid, dish.id()), Set.of("dietary-limit"))));
        }
        if (right.appointment() != null) {
            wrong.add(new Request(
                    new OrderWish(resident, paid.service(), paid.startsAt(), null, null, SelfPay.CONFIRMED),
                    Set.of("appointment-missing")));
        }
        return wrong;
    }

    private OrderWish withDish(OrderWish wish, @Nullable String dish) {
        return new OrderWish(resident, wish.service(), wish.startsAt(), dish, null, wish.selfPay());
    }

    private Optional<Dish> findDish(Service service, Diet diet) {
        List<Dish> dishes = service.dishes().stream().filter(dish -> dish.diet() == diet).toList();
        return dishes.isEmpty() ? Optional.empty() : Optional.of(any(dishes));
    }

    private Appointment appointment(Instant startsAt) {
        return new Appointment("旗人民医院", any(List.of("心内科", "眼科", "骨科", "中医科")),
                startsAt, any(List.of("taxi", "bus", "centre-car")));
    }

    private static boolean isReachable(Window window) {
        return window.earliest().plus(TO_SAY_IT).plus(2, ChronoUnit.MINUTES).isBefore(window.closes());
    }

    private <T> T any(List<T> list) {
        return list.get(around.chance().nextInt(list.size()));
    }
}
