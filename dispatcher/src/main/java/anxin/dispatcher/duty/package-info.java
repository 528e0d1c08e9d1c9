/**
 * Who has the duty in a division besides the responders: duty leader, committee, estate guard, township.
 * Open {@link anxin.dispatcher.duty.DutyStore} first. Must not know what they are called for.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.duty;
