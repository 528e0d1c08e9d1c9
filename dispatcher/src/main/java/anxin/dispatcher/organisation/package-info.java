/**
 * Who runs a desk. Open {@link anxin.dispatcher.organisation.Organisation} first.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.organisation;
