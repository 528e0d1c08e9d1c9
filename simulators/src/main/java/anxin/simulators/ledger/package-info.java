/**
 * What the devices really did, written down outside the server: the only witness a check for lost alarms may trust.
 *
 * <p>Start with {@link anxin.simulators.ledger.Ledger}; {@link anxin.simulators.ledger.LedgerReader} reads it again. It
 * judges nothing; {@code anxin verify --ledger} does.
 */
@NullMarked
package anxin.simulators.ledger;

import org.jspecify.annotations.NullMarked;
