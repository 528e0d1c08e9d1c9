/**
 * Every message a device sent, and the one bin it ended in. Open {@link anxin.dispatcher.message.Messages} first.
 * Decoding is the gateway's; what a signal means for a resident is decided behind {@code Incidents.raise}.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.message;
