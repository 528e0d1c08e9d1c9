/**
 * What may be ordered, as versioned data: services, hours, prices, subsidies, dishes, what a visit asks. Open
 * {@link anxin.dispatcher.catalogue.CatalogueStore} first. Must not know orders.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.catalogue;
