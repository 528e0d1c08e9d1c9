/**
 * Whose money pays for what: lots with a source and an expiry, and a ledger whose entries add up to nothing. Money is
 * whole fen; a balance is never stored, it is the sum of its lines. Knows no order, only its id, and no service, only its
 * word. Open {@link anxin.dispatcher.wallet.Wallet} first.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.wallet;
