package anxin.main.demo;

import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.catalogue.CatalogueStore;
import anxin.dispatcher.catalogue.Dish;
import anxin.dispatcher.catalogue.Service;
import anxin.dispatcher.catalogue.Terms;
import anxin.dispatcher.offer.Opening.Diverting;
import anxin.dispatcher.order.OrderStore;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.responder.Responder;
import anxin.dispatcher.responder.ResponderKind;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.wallet.Allotment;
import anxin.dispatcher.wallet.Fen;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * What the demo town's people may order: a kitchen that never closes, short notice and short visits, so that something can
 * be watched at any hour; who is entitled to what, and money to pay with.
 */
final class DemoServices {

    private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2030, 12, 31);
    private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;
    private static final LocalTime LATE_MORNING = LocalTime.of(10, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final LocalTime DAY_ENDS = LocalTime.of(23, 59);

    private final Dispatcher dispatcher;
    private final Jurisdiction jurisdiction;

    DemoServices(Dispatcher dispatcher, Jurisdiction jurisdiction) {
        this.dispatcher = dispatcher;
        this.jurisdiction = jurisdiction;
    }

    /** The catalogue of the town, once. */
    void open() {
        CatalogueStore catalogue = dispatcher.orders().catalogue();
        catalogue.addTerms(jurisdiction, new Terms(Service.MEAL, SINCE, Fen.of(1_500), Duration.ofMinutes(5),
                Duration.ofMinutes(2), 6, false, Optional.empty(), Diverting.UNTIL_DONE));
        catalogue.addTerms(jurisdiction, new Terms(Service.BATH, SINCE, Fen.of(8_000), Duration.ofMinutes(10),
                Duration.ofMinutes(3), 3, true, Optional.of("bath"), Diverting.UNTIL_CHECKED_IN));
        catalogue.addTerms(jurisdiction,
                new Terms(Service.MEDICAL, SINCE, Fen.of(6_500), Duration.ofMinutes(15),
                        Duration.ofMinutes(3), 6, false, Optional.of("medical"), Diverting.UNTIL_CHECKED_IN));
        catalogue.addWindow(jurisdiction, Service.MEAL, "breakfast", SINCE, MIDNIGHT, LATE_MORNING);
        catalogue.addWindow(jurisdiction, Service.MEAL, "lunch", SINCE, LATE_MORNING, AFTERNOON);
        catalogue.addWindow(jurisdiction, Service.MEAL, "supper", SINCE, AFTERNOON, DAY_ENDS);
        catalogue.addWindow(jurisdiction, Service.BATH, "day", SINCE, MIDNIGHT, DAY_ENDS);
        catalogue.addWindow(jurisdiction, Service.MEDICAL, "day", SINCE, MIDNIGHT, DAY_ENDS);
        dish("红烧排骨饭", "pork", "salty");
        dish("羊肉烩菜", "meat");
        dish("清蒸鲈鱼套餐", "seafood");
        dish("素三鲜与小米粥");
        dish("豆沙包与甜豆浆", "sugar");
    }

    /** Caregivers have learnt bathing and accompanying; volunteers and neighbours carry meals. */
    void learnt(Responder responder) {
        if (responder.kind() == ResponderKind.CAREGIVER) {
            dispatcher.responders().addSkill(responder, "bath", UNTIL);
            dispatcher.responders().addSkill(responder, "medical", UNTIL);
        }
    }

    /** @param number of the resident; what they are assessed, entitled to and can pay follows from it */
    void entitled(Resident resident, int number) {
        OrderStore orders = dispatcher.orders().store();
        orders.assess(dispatcher.ids().next(), jurisdiction, resident.id(), number % 5, SINCE, UNTIL);
        if (number % 6 != 0) {
            orders.entitle(dispatcher.ids().next(), jurisdiction, resident.id(), Service.MEAL, "meal-subsidy",
                    SINCE,
                    UNTIL);
        }
        if (number % 2 == 1) {
            orders.entitle(dispatcher.ids().next(), jurisdiction, resident.id(), Service.BATH, "home-bed",
                    SINCE, UNTIL);
        }
        orders.entitle(dispatcher.ids().next(), jurisdiction, resident.id(), Service.MEDICAL,
                "self-pay-contract", SINCE,
                UNTIL);
        grant(resident, "voucher", 1, List.of("bath", "medical"), 80_000);
        if (number % 3 != 0) {
            grant(resident, "prepaid", 2, List.of("meal", "bath", "medical"), 30_000);
        }
    }

    /** What somebody may not eat, by number. */
    static List<String> diet(int number, boolean mongolian) {
        return switch (number % 5) {
            case 1 -> List.of("diabetes");
            case 3 -> mongolian ? List.of("no-seafood", "low-salt") : List.of("low-salt");
            case 4 -> List.of("halal");
            default -> List.of();
        };
    }

    private void grant(Resident resident, String source, int priority, List<String> services, long fen) {
        dispatcher.orders().wallet().grant(jurisdiction,
                new Allotment(resident.id(), source, priority, services, Fen.of(fen), UNTIL),
                "demo-" + source);
    }

    private void dish(String name, String... contains) {
        dispatcher.orders().catalogue().addDish(jurisdiction,
                new Dish(dispatcher.ids().next(), name, List.of(contains)), SINCE, UNTIL);
    }
}
