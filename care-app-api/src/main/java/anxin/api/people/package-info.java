/**
 * The names behind ids, for screens. Open {@link anxin.api.people.People} first.
 */
@org.jspecify.annotations.NullMarked
package anxin.api.people;
