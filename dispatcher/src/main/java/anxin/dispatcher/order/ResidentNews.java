package anxin.dispatcher.order;

import anxin.dispatcher.catalogue.Service;
import anxin.dispatcher.notification.Channel;
import anxin.dispatcher.notification.Letter;
import anxin.dispatcher.notification.Notifications;
import anxin.dispatcher.notification.Recipient;
import anxin.dispatcher.notification.What;
import anxin.dispatcher.organisation.OrganisationStore;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.resident.ResidentStore;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** What a resident is told about a visit that does not come as agreed. */
final class ResidentNews {

    private static final String UNTIL_SOMEBODY_IS_THERE = "checked-in";

    private final Notifications notifications;
    private final ResidentStore residents;
    private final OrganisationStore organisations;
    private final DateTimeFormatter hour;

    ResidentNews(Notifications notifications, ResidentStore residents, OrganisationStore organisations,
            ZoneId zone) {
        this.notifications = notifications;
        this.residents = residents;
        this.organisations = organisations;
        this.hour = DateTimeFormatter.ofPattern("HH:mm").withZone(zone);
    }

    /** @param round tells two messages of the same kind about one order apart */
    void tell(ServiceOrder order, What what, int round) {
        Resident resident = residents.get(order.resident());
        Map<String, String> words = Map.of("name", resident.name().reveal(), "service",
                name(order.plan().service()),
                "time", hour.format(order.plan().startsAt()), "desk",
                organisations.get(order.jurisdiction().organisation()).deskPhone());
        notifications.plan(new Letter(order.jurisdiction(), order.id().uuid(), what,
                new Recipient(Recipient.Kind.RESIDENT, resident.id().uuid(), resident.phone()), Channel.SMS,
                words,
                UNTIL_SOMEBODY_IS_THERE, round));
    }

    /** Somebody is there, or nobody is needed any more: what has not gone out yet is not said. */
    void unsaid(ServiceOrder order) {
        notifications.supersede(order.id().uuid(), UNTIL_SOMEBODY_IS_THERE);
    }

    private static String name(Service service) {
        return switch (service) {
            case MEAL -> "助餐服务";
            case BATH -> "助浴服务";
            case MEDICAL -> "助医服务";
        };
    }
}
