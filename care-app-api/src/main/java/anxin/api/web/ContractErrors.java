package anxin.api.web;

import anxin.api.http.Reply;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which field of a request breaks the contract, and how. */
final class ContractErrors {

    private static final Pattern PARAMETER = Pattern.compile("parameter ([A-Za-z-]+)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private ContractErrors() {}

    static Reply reply(ValidatorException error) {
        if (error instanceof SchemaValidationException schema && schema.getOutputUnit() != null) {
            List<OutputUnit> errors = schema.getOutputUnit().getErrors();
            if (errors != null && !errors.isEmpty()) {
                OutputUnit deepest = errors.getLast();
                return Reply.invalid(field(deepest).or(() -> parameter(error)),
                        String.valueOf(deepest.getError()));
            }
        }
        return Reply.invalid(parameter(error), String.valueOf(error.getMessage()));
    }

    // "#/note" for a wrong value; a missing or a surplus field is only named inside the sentence.
    private static Optional<String> field(OutputUnit error) {
        String location = String.valueOf(error.getInstanceLocation()).replaceFirst("^#?/?", "");
        String sentence = String.valueOf(error.getError());
        Matcher quoted = QUOTED.matcher(sentence);
        boolean aboutAName = sentence.contains("required") || sentence.contains("additional properties")
                || sentence.contains("Property");
        if (aboutAName && quoted.find()) {
            String name = quoted.group(1);
            return Optional.of(location.isEmpty() ? name : location + "/" + name);
        }
        return Optional.of(location).filter(text -> !text.isEmpty());
    }

    private static Optional<String> parameter(ValidatorException error) {
        Matcher matcher = PARAMETER.matcher(String.valueOf(error.getMessage()));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
