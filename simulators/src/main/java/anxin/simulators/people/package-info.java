/**
 * Caregivers who answer, walk, help and visit, and operators who take the calls that nobody else takes and the orders.
 *
 * <p>Start with {@link anxin.simulators.people.SimulatedCaregiver}. {@link anxin.simulators.people.Temper} decides what
 * a person answers, {@link anxin.simulators.people.Errand} and {@link anxin.simulators.people.VisitInHand} when they are
 * where, {@link anxin.simulators.people.Caller} what is ordered, {@link anxin.simulators.people.Mishap} what goes wrong;
 * all are plain and seeded. Knows HTTP through {@code web} only, and no devices.
 */
@NullMarked
package anxin.simulators.people;

import org.jspecify.annotations.NullMarked;
