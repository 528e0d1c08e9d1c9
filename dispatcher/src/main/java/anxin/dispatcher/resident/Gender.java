package anxin.dispatcher.resident;

/** As recorded in the registry. */
public enum Gender {
    FEMALE,
    MALE
}
