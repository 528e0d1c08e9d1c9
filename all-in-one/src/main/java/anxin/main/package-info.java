/**
 * Everything in one process: the commands, the settings, the order in which things start. Open
 * {@link anxin.main.Main} first, then {@link anxin.main.AnxinServer}.
 */
@org.jspecify.annotations.NullMarked
package anxin.main;
