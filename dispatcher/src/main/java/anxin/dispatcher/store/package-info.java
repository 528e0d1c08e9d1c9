/**
 * How everything durable is reached: SQL over JDBC, transactions, ids, the clock, words of enums.
 * Open {@link anxin.dispatcher.store.Sql} first. Knows no feature.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.store;
