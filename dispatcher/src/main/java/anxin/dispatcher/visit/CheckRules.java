package anxin.dispatcher.visit;

import anxin.dispatcher.catalogue.Check;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the answers given at a stage let a visit go on. Pure: no clock, no database. */
public final class CheckRules {

    private CheckRules() {}

    /** Why a visit may not go on. */
    public sealed interface Objection {

        String field();

        /** It was asked and not answered. */
        record Missing(String field) implements Objection {}

        /** The answer is not of the kind that was asked, or nobody asked. */
        record Unreadable(String field, String wanted) implements Objection {}

        /** The answer is outside the limits. */
        record OutOfRange(String field, String limits) implements Objection {}
    }

    /** The first objection, in the order in which things are asked; answers nobody asked for are objected to. */
    public static Optional<Objection> against(List<Check> asked, Map<String, String> answers) {
        for (Check check : asked) {
            Optional<Objection> objection = against(check, answers.get(check.field()));
            if (objection.isPresent()) {
                return objection;
            }
        }
        return answers.keySet().stream()
                .filter(field -> asked.stream().noneMatch(check -> check.field().equals(field)))
                .sorted()
                .findFirst()
                .map(field -> new Objection.Unreadable(field, "nobody asked for this"));
    }

    /** A time as a phone writes it; empty when it is none. */
    public static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Objection> against(Check check, @Nullable String answer) {
        if (answer == null || answer.isBlank()) {
            return check.required() ? Optional.of(new Objection.Missing(check.field())) : Optional.empty();
        }
        return switch (check.kind()) {
            case NUMBER -> number(check, answer);
            case YES -> answer.equals("yes")
                    ? Optional.empty()
                    : Optional.of(new Objection.OutOfRange(check.field(), "yes"));
            case CHOICE -> answer.equals("yes") || answer.equals("no")
                    ? Optional.empty()
                    : Optional.of(new Objection.Unreadable(check.field(), "yes or no"));
            case TIME -> time(answer).isPresent()
                    ? Optional.empty()
                    : Optional
                            .of(new Objection.Unreadable(check.field(), "a time like 2026-11-21T11:02:03Z"));
            case TEXT -> Optional.empty();
        };
    }

    private static Optional<Objection> number(Check check, String answer) {
        // Longer than any measurement, and BigDecimal would happily read an exponent of a billion.
        if (!answer.matches("-?\\d{1,6}([.,]\\d{1,4})?")) {
            return Optional.of(new Objection.Unreadable(check.field(), "a number"));
        }
        BigDecimal value = new BigDecimal(answer.replace(',', '.'));
        boolean tooLow = check.least().filter(least -> value.compareTo(least) < 0).isPresent();
        boolean tooHigh = check.most().filter(most -> value.compareTo(most) > 0).isPresent();
        return tooLow || tooHigh
                ? Optional.of(new Objection.OutOfRange(check.field(), limits(check)))
                : Optional.empty();
    }

    private static String limits(Check check) {
        return check.least().map(CheckRules::plain).orElse("") + "-"
                + check.most().map(CheckRules::plain).orElse("")
                + check.unit().map(unit -> " " + unit).orElse("");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
