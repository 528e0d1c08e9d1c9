/**
 * The people who press. Open {@link anxin.dispatcher.resident.Resident} first.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.resident;
