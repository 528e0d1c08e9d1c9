/**
 * Asking people to go: who is suitable, who is asked, who holds the errand. An errand is an incident today and a
 * meal order tomorrow, so this package knows neither. Open {@link anxin.dispatcher.offer.Offers} first.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.offer;
