package anxin.dispatcher.order;

import anxin.dispatcher.catalogue.DietaryRule;
import anxin.dispatcher.catalogue.Dish;
import anxin.dispatcher.catalogue.Terms;
import anxin.dispatcher.catalogue.Window;
import anxin.dispatcher.order.OrderRefusal.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whether somebody may have what was asked for. Pure: no clock, no database. */
final class Admission {

    private static final Duration AT_MOST_AHEAD = Duration.ofDays(30);
    // Above every level that exists: such a service needs no assessment.
    private static final int NEVER = 6;

    private final ZoneId zone;

    Admission(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * What is known about a resident and the catalogue on the day that was asked for.
     *
     * @param basis what grants the service
     * @param level assessed, 0 able to 5 fully dependent
     */
    record Facts(Instant now, Optional<Terms> terms, List<Window> windows, Optional<String> basis,
            Optional<Integer> level, List<String> diet, List<Dish> menu, List<DietaryRule> dietaryRules) {

        Optional<Window> window(Instant start) {
            return windows.stream().filter(window -> window.holds(start)).findFirst();
        }
    }

    /** The first rule that stands against it, if one does. */
    Optional<OrderRefusal> against(Request request, Facts facts) {
        if (facts.terms().isEmpty()) {
            return broken(Rule.NOT_OFFERED, "");
        }
        Terms terms = facts.terms().get();
        if (facts.basis().isEmpty()) {
            return broken(Rule.NO_ENTITLEMENT, "");
        }
        if (terms.twoFromLevel() < NEVER && facts.level().isEmpty()) {
            return broken(Rule.NO_ASSESSMENT, "");
        }
        return againstTime(request, terms, facts).or(() -> switch (request.service()) {
            case MEAL -> againstDish(request.dish(), facts);
            case BATH -> againstAnyDish(request);
            case MEDICAL -> againstAppointment(request).or(() -> againstAnyDish(request));
        });
    }

    private Optional<OrderRefusal> againstTime(Request request, Terms terms, Facts facts) {
        if (facts.window(request.startsAt()).isEmpty()) {
            return broken(Rule.OUTSIDE_WINDOW,
                    facts.windows().stream().map(this::hours).collect(Collectors.joining(", ")));
        }
        Instant earliest = facts.now().plus(terms.ahead());
        if (request.startsAt().isBefore(earliest)) {
            return broken(Rule.TOO_LATE, clock(earliest));
        }
        return request.startsAt().isAfter(facts.now().plus(AT_MOST_AHEAD))
                ? broken(Rule.TOO_FAR_AHEAD, "")
                : Optional.empty();
    }

    private Optional<OrderRefusal> againstAppointment(Request request) {
        if (request.appointment().isEmpty()) {
            return broken(Rule.APPOINTMENT_MISSING, "");
        }
        Instant at = request.appointment().get().at();
        boolean sameDay = LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(request.startsAt(), zone));
        return sameDay && !at.isBefore(request.startsAt())
                ? Optional.empty()
                : broken(Rule.APPOINTMENT_OUTSIDE, clock(at));
    }

    private static Optional<OrderRefusal> againstAnyDish(Request request) {
        return request.dish().isPresent() ? broken(Rule.NO_SUCH_DISH, "") : Optional.empty();
    }

    private static Optional<OrderRefusal> againstDish(Optional<UUID> chosen, Facts facts) {
        if (chosen.isEmpty()) {
            return broken(Rule.DISH_MISSING, "");
        }
        Optional<Dish> dish = facts.menu().stream().filter(each -> each.id().equals(chosen.get()))
                .findFirst();
        if (dish.isEmpty()) {
            return broken(Rule.NO_SUCH_DISH, "");
        }
        return dish.get().forbiddenBy(facts.diet(), facts.dietaryRules())
                .map(rule -> new OrderRefusal.Breaks(Rule.DIETARY_LIMIT,
                        rule.diet() + ": " + rule.forbids()));
    }

    private String hours(Window window) {
        return clock(window.opens()) + "-" + clock(window.closes());
    }

    private String clock(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm").withZone(zone).format(at);
    }

    private static Optional<OrderRefusal> broken(Rule rule, String detail) {
        return Optional.of(new OrderRefusal.Breaks(rule, detail));
    }
}
