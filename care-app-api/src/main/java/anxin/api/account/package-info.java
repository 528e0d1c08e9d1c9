/**
 * Accounts, passwords, sessions: who may come in. Open {@link anxin.api.account.Accounts} first.
 */
@org.jspecify.annotations.NullMarked
package anxin.api.account;
