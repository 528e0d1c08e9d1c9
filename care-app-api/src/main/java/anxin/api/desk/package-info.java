/**
 * What the operator's desk asks and does. Open {@link anxin.api.desk.DeskOperations} first.
 */
@org.jspecify.annotations.NullMarked
package anxin.api.desk;
