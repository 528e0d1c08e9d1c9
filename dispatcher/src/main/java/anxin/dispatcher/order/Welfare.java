package anxin.dispatcher.order;

import anxin.dispatcher.incident.Actor;
import anxin.dispatcher.incident.AgeBand;
import anxin.dispatcher.incident.Alarm;
import anxin.dispatcher.incident.AlarmType;
import anxin.dispatcher.incident.Incidents;
import anxin.dispatcher.incident.Raised;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Service as a sensor: a door that nobody opens, a visit that never came, is a call for help. */
final class Welfare {

    private final Incidents incidents;
    private final OrderTimeline timeline;

    Welfare(Incidents incidents, OrderTimeline timeline) {
        this.incidents = incidents;
        this.timeline = timeline;
    }

    /** Somebody stands at the door and nobody opens. */
    ServiceOrder nobodyOpened(ServiceOrder order, Instant now) {
        return raise(order, switch (order.plan().service()) {
            case MEAL -> AlarmType.MEAL_UNANSWERED;
            case BATH, MEDICAL -> AlarmType.VISIT_MISSED;
        }, now);
    }

    /** Nobody came for an hour: somebody has to look how the resident is. */
    ServiceOrder nobodyCame(ServiceOrder order, Instant now) {
        return raise(order, AlarmType.VISIT_MISSED, now);
    }

    private ServiceOrder raise(ServiceOrder order, AlarmType type, Instant now) {
        Raised raised = incidents
                .raise(new Alarm(order.jurisdiction(), Optional.of(order.resident()), Optional.empty(),
                        type, Optional.of(order.id().uuid()), Optional.empty(), Optional.empty(), now,
                        AgeBand.LIVE, false));
        return timeline.write(order.with(order.progress().with(raised.incident())), now,
                OrderEventKind.WELFARE_RAISED,
                Actor.SYSTEM, Map.of("incident", raised.incident().uuid().toString(), "type", type.word()));
    }
}
