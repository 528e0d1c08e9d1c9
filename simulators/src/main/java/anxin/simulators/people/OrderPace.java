package anxin.simulators.people;

import java.time.Duration;

/**
 * How often residents call 12349 for a service.
 *
 * @param every the mean time between two such calls at one seat
 * @param openAtMost as long as so many orders are open, the seat takes no more
 */
public record OrderPace(Duration every, int openAtMost) {}
