package anxin.api.http;

import anxin.dispatcher.store.Json;
import java.util.Optional;

/**
 * An answer on its way out.
 *
 * @param body JSON, empty for 204
 */
public record Reply(int status, String body) {

    private static final String PROBLEM = "urn:anxin:problem:";

    public static Reply ok(Object value) {
        return new Reply(200, Json.write(value));
    }

    public static Reply created(Object value) {
        return new Reply(201, Json.write(value));
    }

    public static Reply nothing() {
        return new Reply(204, "");
    }

    /** @param word what pages translate, e.g. already-taken */
    public static Reply problem(int status, String word, String title) {
        return problem(status, word, title, new Fields());
    }

    /** @param more detail, field or by */
    public static Reply problem(int status, String word, String title, Fields more) {
        Fields problem = new Fields().with("type", PROBLEM + word).with("title", title).with("status",
                status);
        problem.putAll(more);
        return new Reply(status, Json.write(problem));
    }

    /** @param field which parameter or JSON field is wrong, when it is known */
    public static Reply invalid(Optional<String> field, String detail) {
        return problem(400, "invalid", "The request does not follow the contract",
                new Fields().with("field", field).with("detail", detail));
    }

    public static Reply notFound() {
        return problem(404, "not-found", "Nothing of that name is here");
    }

    public boolean isProblem() {
        return status >= 400;
    }
}
