/**
 * Where things are and how long it takes to get there. Open {@link anxin.dispatcher.place.TravelTimes} first.
 * Pure arithmetic: no clock, no database.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.place;
