/**
 * Runs a durable PostgreSQL as a child process: unpacks the binaries, makes the cluster, keeps it running, and sees
 * that it ends when we end, even by {@code kill -9}.
 *
 * <p>A data folder holds {@code cluster/}, {@code postgres.log}, {@code access.properties} (password, 0600),
 * {@code lock} and {@code owner}.
 *
 * <p>Open {@link anxin.postgres.PostgresServer} first; {@code Supervisor} is the thread behind it. This package knows
 * nothing of the tables inside and nothing of Anxin.
 */
@NullMarked
package anxin.postgres;

import org.jspecify.annotations.NullMarked;
