/**
 * Where Vert.x begins: handing blocking work to lanes of virtual threads. The rest of the dispatcher must not
 * know this package. Open {@link anxin.dispatcher.shell.Work} first.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.shell;
