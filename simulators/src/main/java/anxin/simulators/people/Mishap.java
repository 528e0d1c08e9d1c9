package anxin.simulators.people;

/** What may go otherwise in everyday service than planned. */
public enum Mishap {
    /** Nobody opens the door. */
    SHUT_DOOR,
    /** A reading outside the limits, or a pre-check that says no. */
    BAD_READING,
    /** The meal was cooked too long ago to be brought. */
    STALE_MEAL,
    /** The phone does not know where it is, and its clock is wrong: the visit is hardly proved. */
    NO_SATELLITES,
    /** An accepted visit is given back. */
    GIVEN_BACK,
    /** An order that must be refused: a forbidden dish, none, another hour, no appointment. */
    WRONG_ORDER,
    /** The same order placed a second time under a new key. */
    SECOND_ORDER,
    /** An order that is cancelled before anybody comes. */
    CANCELLED,
    /** An act that is sent twice with one key. */
    REPEATED_ACT
}
