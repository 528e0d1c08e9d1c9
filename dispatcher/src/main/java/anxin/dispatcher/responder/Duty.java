package anxin.dispatcher.responder;

/** Whether somebody may be asked now. */
public enum Duty {
    ON,
    OFF
}
