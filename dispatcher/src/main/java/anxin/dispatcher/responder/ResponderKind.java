package anxin.dispatcher.responder;

/** In what capacity somebody goes. */
public enum ResponderKind {
    CAREGIVER,
    VOLUNTEER,
    NEIGHBOUR
}
