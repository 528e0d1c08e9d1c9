/**
 * Caregivers who answer, walk and help, and operators who take the calls that nobody else takes.
 *
 * <p>Start with {@link anxin.simulators.people.SimulatedCaregiver}. {@link anxin.simulators.people.Temper} decides what
 * a person answers and {@link anxin.simulators.people.Errand} when they are where; both are plain and seeded. Knows
 * HTTP through {@code web} only, and no devices.
 */
@NullMarked
package anxin.simulators.people;

import org.jspecify.annotations.NullMarked;
