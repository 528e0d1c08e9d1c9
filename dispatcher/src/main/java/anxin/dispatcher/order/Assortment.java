package anxin.dispatcher.order;

import anxin.dispatcher.catalogue.CatalogueStore;
import anxin.dispatcher.catalogue.Dish;
import anxin.dispatcher.catalogue.Service;
import anxin.dispatcher.catalogue.Terms;
import anxin.dispatcher.catalogue.Window;
import anxin.dispatcher.order.Admission.Facts;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.store.Word;
import anxin.dispatcher.wallet.Grant;
import anxin.dispatcher.wallet.Payment;
import anxin.dispatcher.wallet.Purchase;
import anxin.dispatcher.wallet.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What one resident may order on a day, at what price, and who would pay it. */
public final class Assortment {

    private static final Duration TIME_TO_SAY_IT = Duration.ofMinutes(2);

    private final OrderStore store;
    private final CatalogueStore catalogue;
    private final Wallet wallet;
    private final InstantSource clock;
    private final ZoneId zone;

    Assortment(OrderStore store, CatalogueStore catalogue, Wallet wallet, InstantSource clock, ZoneId zone) {
        this.store = store;
        this.catalogue = catalogue;
        this.wallet = wallet;
        this.clock = clock;
        this.zone = zone;
    }

    /** One service as one resident may have it. */
    public record Choice(Terms terms, Optional<String> basis, int workers, List<Hours> hours,
            List<Plate> menu) {}

    /**
     * One window of the day.
     *
     * @param earliest when a visit ordered now could begin; empty when it is too late
     * @param standing what is ordered there already
     */
    public record Hours(Window window, Optional<Instant> earliest, Optional<ServiceOrder> standing,
            List<Payment> pays) {}

    /** @param forbiddenBy the diet of the resident that forbids it */
    public record Plate(Dish dish, Optional<String> forbiddenBy) {}

    /** Every service that is offered on that day. */
    public List<Choice> of(Resident resident, LocalDate day) {
        return Arrays.stream(Service.values())
                .flatMap(service -> choice(resident, service, day).stream())
                .toList();
    }

    /** What is known about a resident, a service and a day. */
    Facts facts(Resident resident, Service service, LocalDate day) {
        var whose = resident.jurisdiction();
        return new Facts(clock.instant(), catalogue.terms(whose, service, day),
                catalogue.windows(whose, service, day, zone),
                store.bases(resident.id(), service, day).stream().findFirst(),
                store.findLevel(resident.id(), day), resident.diet(),
                service == Service.MEAL ? catalogue.dishes(whose.organisation(), day) : List.of(),
                service == Service.MEAL ? catalogue.dietaryRules(whose) : List.of());
    }

    /** What a visit in a window would be paid with. */
    Purchase purchase(Resident resident, Terms terms, Window window, LocalDate day) {
        // A public share is for whoever is entitled by that source, not for everybody of that age.
        List<String> bases = store.bases(resident.id(), terms.service(), day);
        List<Grant> grants = catalogue.subsidies(resident.jurisdiction(), terms.service(), window.name(),
                resident.ageOn(day), day).stream().filter(grant -> bases.contains(grant.source())).toList();
        return new Purchase(resident.id(), Word.of(terms.service()), terms.price(), grants, day);
    }

    private Optional<Choice> choice(Resident resident, Service service, LocalDate day) {
        Facts facts = facts(resident, service, day);
        return facts.terms().map(terms -> new Choice(terms, facts.basis(),
                terms.workersFor(facts.level().orElse(0)),
                facts.windows().stream().map(window -> hours(resident, terms, window, day, facts.now()))
                        .toList(),
                facts.menu().stream().map(dish -> new Plate(dish,
                        dish.forbiddenBy(facts.diet(), facts.dietaryRules()).map(rule -> rule.diet())))
                        .toList()));
    }

    private Hours hours(Resident resident, Terms terms, Window window, LocalDate day, Instant now) {
        // Whole minutes and a little time to say it: what is offered here can still be ordered when it is read out.
        Instant possible = now.plus(terms.ahead()).truncatedTo(ChronoUnit.MINUTES).plus(TIME_TO_SAY_IT);
        Optional<Instant> earliest = possible.isBefore(window.closes())
                ? Optional.of(possible.isAfter(window.opens()) ? possible : window.opens())
                : Optional.empty();
        return new Hours(window, earliest, store.findStanding(resident.id(), terms.service(), window.opens()),
                wallet.quote(purchase(resident, terms, window, day)));
    }
}
