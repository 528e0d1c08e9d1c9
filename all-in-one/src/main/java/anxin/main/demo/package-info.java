/**
 * A small town of invented people to try everything with. Open {@link anxin.main.demo.DemoTown} first.
 */
@org.jspecify.annotations.NullMarked
package anxin.main.demo;
