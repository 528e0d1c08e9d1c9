package anxin.simulators.web;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One thing a step asks.
 *
 * @param field what is asked, such as water or skin-intact
 * @param least NaN where there is no such limit; the same for most
 */
public record Check(String field, Kind kind, double least, double most, Need need) {

    /** What an answer looks like. A kind this simulation does not know is answered as text. */
    public enum Kind {
        NUMBER,
        YES,
        CHOICE,
        TEXT,
        TIME
    }

    /** Whether the step waits for it. */
    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    public boolean isRequired() {
        return need == Need.REQUIRED;
    }

    static Check of(JsonNode check) {
        Kind kind = switch (check.path("kind").asText()) {
            case "number" -> Kind.NUMBER;
            case "yes" -> Kind.YES;
            case "choice" -> Kind.CHOICE;
            case "time" -> Kind.TIME;
            default -> Kind.TEXT;
        };
        return new Check(check.path("field").asText(), kind, check.path("least").asDouble(Double.NaN),
                check.path("most").asDouble(Double.NaN),
                check.path("required").asBoolean() ? Need.REQUIRED : Need.OPTIONAL);
    }
}
