package anxin.simulators;

import java.time.Duration;

/**
 * How lively the town is.
 *
 * @param pressEvery the mean time between two calls for help anywhere in the town
 * @param heartbeatEvery of each device
 * @param operatorPatience how long a call may lie before a simulated operator takes it
 * @param timesFaster how much faster than life people travel and help
 * @param seed the same seed gives the same people
 */
public record SimulationPace(Duration pressEvery, Duration heartbeatEvery, Duration operatorPatience,
        double timesFaster, long seed) {

    /** A call every 45 s, and ways and visits ten times shorter than in life. */
    public static SimulationPace everyday() {
        return new SimulationPace(Duration.ofSeconds(45), Duration.ofSeconds(60), Duration.ofSeconds(45), 10,
                12349);
    }

    /** The same town with calls at another rate. */
    public SimulationPace withPressEvery(Duration mean) {
        return new SimulationPace(mean, heartbeatEvery, operatorPatience, timesFaster, seed);
    }

    /** The same town with other legs. */
    public SimulationPace withTimesFaster(double factor) {
        return new SimulationPace(pressEvery, heartbeatEvery, operatorPatience, factor, seed);
    }

    /** The same town with more or less patient operators. */
    public SimulationPace withOperatorPatience(Duration patience) {
        return new SimulationPace(pressEvery, heartbeatEvery, patience, timesFaster, seed);
    }

    /** Other people with the same habits. */
    public SimulationPace withSeed(long other) {
        return new SimulationPace(pressEvery, heartbeatEvery, operatorPatience, timesFaster, other);
    }
}
