package anxin.simulators.people;

import anxin.simulators.town.TownResident;
import java.time.Duration;
import java.util.List;

/**
 * What one simulated seat does.
 *
 * @param patience how long a call for help, or a visit to be reviewed, may lie before this seat takes it
 * @param callers who calls for a service; nobody, and the seat takes calls for help only
 */
public record Workday(Duration patience, List<TownResident> callers, OrderPace orders) {

    public Workday {
        callers = List.copyOf(callers);
    }
}
