package anxin.simulators.web;

import com.fasterxml.jackson.databind.JsonNode;

/** What the server answered: the thing asked for, or a refusal with its reason. */
public record Answer(int status, JsonNode body) {

    private static final int CONFLICT = 409;
    private static final String PROBLEM = "urn:anxin:problem:";

    public boolean isDone() {
        return status / 100 == 2;
    }

    /** A doing or a refusal by a rule, which the server keeps with the key; anything else may differ the next time. */
    public boolean isFinal() {
        return isDone() || isRefused();
    }

    /** By a rule, and not because of a fault. */
    public boolean isRefused() {
        return status == CONFLICT;
    }

    /** The word of the rule, such as {@code already-taken}; empty when nothing was refused. */
    public String refusal() {
        String type = body.path("type").asText();
        return !isDone() && type.startsWith(PROBLEM) ? type.substring(PROBLEM.length()) : "";
    }

    /** For a message: status and reason, never the contents. */
    public String brief() {
        return isDone() ? String.valueOf(status) : status + " " + refusal();
    }
}
