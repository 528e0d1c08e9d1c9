package anxin.dispatcher.incident;

/** The classes of the alarm taxonomy. LIFE starts help by itself. */
public enum AlarmClass {
    LIFE,
    SAFETY,
    INACTIVITY,
    CARE,
    SOCIAL,
    TECHNICAL,
    TEST,
    STATE
}
