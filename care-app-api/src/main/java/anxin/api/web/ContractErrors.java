package anxin.api.web;

import anxin.api.http.Reply;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which field of a request breaks the contract, and how. */
final class ContractErrors {

    private static final Pattern PARAMETER = Pattern.compile("parameter ([A-Za-z-]+)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private ContractErrors() {}

    static Reply reply(ValidatorException error) {
        if (error instanceof SchemaValidationException schema && schema.getOutputUnit() != null
                && schema.getOutputUnit().getErrors() != null) {
            Optional<OutputUnit> telling = schema.getOutputUnit().getErrors().stream()
                    .filter(unit -> field(unit).isPresent())
                    .max(Comparator.comparingInt(ContractErrors::tells));
            if (telling.isPresent()) {
                return Reply.invalid(field(telling.get()), String.valueOf(telling.get().getError()));
            }
        }
        return Reply.invalid(parameter(error), String.valueOf(error.getMessage()));
    }

    // "Properties do not match" only repeats what a deeper error says better.
    private static int tells(OutputUnit error) {
        String sentence = String.valueOf(error.getError());
        return sentence.contains("does not match") && sentence.startsWith("Property") ? 0 : 1;
    }

    // "#/note" for a wrong value; a missing field is only named inside the sentence.
    private static Optional<String> field(OutputUnit error) {
        String location = String.valueOf(error.getInstanceLocation()).replaceFirst("^#?/?", "");
        Matcher quoted = QUOTED.matcher(String.valueOf(error.getError()));
        if (String.valueOf(error.getError()).contains("required property") && quoted.find()) {
            return Optional.of(location.isEmpty() ? quoted.group(1) : location + "/" + quoted.group(1));
        }
        return Optional.of(location).filter(text -> !text.isEmpty());
    }

    private static Optional<String> parameter(ValidatorException error) {
        Matcher matcher = PARAMETER.matcher(String.valueOf(error.getMessage()));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
