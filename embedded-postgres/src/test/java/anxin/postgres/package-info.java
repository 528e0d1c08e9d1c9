/** Real servers, real kills. {@code ServerLifeTest} first; {@code SuddenDeathTest} holds the kills. */
@NullMarked
package anxin.postgres;

import org.jspecify.annotations.NullMarked;
