package anxin.dispatcher.incident;

import java.util.Arrays;

/** What was done about an incident. */
public enum Action {
    VOICE_ONLY("voice-only"),
    ADVICE("advice"),
    CONTACT_ATTENDED("contact-attended"),
    VOLUNTEER(
            "volunteer"),
    OWN_RESPONDER("own-responder"),
    PROVIDER("provider"),
    ESTATE_GUARD(
            "estate-guard"),
    COMMITTEE("committee"),
    FAMILY_DOCTOR(
            "family-doctor"),
    AMBULANCE_CONVEYED("120-conveyed"),
    AMBULANCE_NOT_CONVEYED(
            "120-not-conveyed"),
    FIRE_BRIGADE("119"),
    POLICE("110"),
    REFUSED_HELP(
            "refused-help"),
    FORCED_ENTRY("forced-entry"),
    KEY_USED(
            "key-used"),
    NOT_FOUND("not-found"),
    LEFT_IN_CARE_OF(
            "left-in-care-of"),
    REFERRED(
            "referred"),
    ORDER_CREATED(
            "order-created"),
    EQUIPMENT_VISIT(
            "equipment-visit"),
    NONE(
            "none");

    private final String code;

    Action(String code) {
        this.code = code;
    }

    /** The closing code, as in the contract and the glossary. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when it is no action code */
    public static Action ofCode(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such action: " + code));
    }
}
