package anxin.simulators;

import anxin.simulators.people.Mishaps;
import java.time.Duration;

/**
 * How lively the town is.
 *
 * @param pressEvery the mean time between two calls for help anywhere in the town
 * @param heartbeatEvery of each device
 * @param operatorPatience how long a call may lie before a simulated operator takes it
 * @param timesFaster how much faster than life people travel and help
 * @param orders how often somebody orders a service, and how visits go
 * @param seed the same seed gives the same people
 */
public record SimulationPace(Duration pressEvery, Duration heartbeatEvery, Duration operatorPatience,
        double timesFaster, Orders orders, long seed) {

    /**
     * The everyday half.
     *
     * @param every the mean time between two orders anywhere in the town
     * @param openAtMost no more are placed while so many are open, so that the caregivers can do them
     * @param visitsTimesFaster how much faster than planned visits are over
     */
    public record Orders(Duration every, int openAtMost, double visitsTimesFaster, Mishaps mishaps) {}

    /**
     * A call every 45 s, and ways and visits to those who called ten times shorter than in life; an order every minute
     * while fewer than ten are open, a meal of 20 min handed over in 40 s.
     */
    public static SimulationPace everyday() {
        return new SimulationPace(Duration.ofSeconds(45), Duration.ofSeconds(60), Duration.ofSeconds(45), 10,
                new Orders(Duration.ofSeconds(60), 10, 30, Mishaps.usual()), 12349);
    }

    /** The same town with calls at another rate. */
    public SimulationPace withPressEvery(Duration mean) {
        return new SimulationPace(mean, heartbeatEvery, operatorPatience, timesFaster, orders, seed);
    }

    /** The same town with other legs. */
    public SimulationPace withTimesFaster(double factor) {
        return new SimulationPace(pressEvery, heartbeatEvery, operatorPatience, factor, orders, seed);
    }

    /** The same town with more or less patient operators. */
    public SimulationPace withOperatorPatience(Duration patience) {
        return new SimulationPace(pressEvery, heartbeatEvery, patience, timesFaster, orders, seed);
    }

    /** The same town with another appetite for meals and baths. */
    public SimulationPace withOrders(Orders other) {
        return new SimulationPace(pressEvery, heartbeatEvery, operatorPatience, timesFaster, other, seed);
    }

    /** Other people with the same habits. */
    public SimulationPace withSeed(long other) {
        return new SimulationPace(pressEvery, heartbeatEvery, operatorPatience, timesFaster, orders, other);
    }
}
