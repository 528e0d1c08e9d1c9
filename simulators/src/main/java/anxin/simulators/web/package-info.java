/**
 * Anxin's HTTP contract as an outsider uses it: sign in, read, act once per key, listen to the live stream.
 *
 * <p>Start with {@link anxin.simulators.web.Web}. It knows no devices and decides nothing.
 */
@NullMarked
package anxin.simulators.web;

import org.jspecify.annotations.NullMarked;
