package anxin.api.http;

/** What somebody may do. */
public enum Role {
    OPERATOR,
    CAREGIVER,
    DUTY_LEADER,
    ADMIN
}
