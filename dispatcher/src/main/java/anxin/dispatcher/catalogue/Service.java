package anxin.dispatcher.catalogue;

/** A kind of help that can be ordered: 助餐, 助浴, 助医. */
public enum Service {
    MEAL,
    BATH,
    MEDICAL
}
