/**
 * What a responder's phone asks and does. Open {@link anxin.api.phone.PhoneOperations} first.
 */
@org.jspecify.annotations.NullMarked
package anxin.api.phone;
