/**
 * The people who go: caregivers, volunteers, neighbours; their duty and where they are.
 * Open {@link anxin.dispatcher.responder.Responder} first.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.responder;
