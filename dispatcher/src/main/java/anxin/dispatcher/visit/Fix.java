package anxin.dispatcher.visit;

import anxin.dispatcher.place.Place;
import java.util.Optional;

/**
 * Where a phone says it is.
 *
 * @param accuracy metres, where the phone said it
 */
public record Fix(Place place, Optional<Double> accuracy) {}
