package anxin.dispatcher.duty;

/** In what office somebody has the duty. */
public enum DutyRole {
    DUTY_LEADER,
    COMMITTEE,
    ESTATE_GUARD,
    TOWNSHIP
}
