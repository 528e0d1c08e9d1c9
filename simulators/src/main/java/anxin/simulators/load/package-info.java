/**
 * Programs that measure or break a server from outside and print what they saw.
 *
 * <p>Start with {@link anxin.simulators.load.Presses} (press to desk) and {@link anxin.simulators.load.Crash} (kill -9
 * during a storm). They count and measure; whether an alarm was lost is decided by {@code anxin verify --ledger}.
 */
@NullMarked
package anxin.simulators.load;

import org.jspecify.annotations.NullMarked;
