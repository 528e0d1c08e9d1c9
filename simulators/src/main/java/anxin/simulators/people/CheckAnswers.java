package anxin.simulators.people;

import anxin.simulators.web.Check;
import anxin.simulators.web.Check.Kind;
import anxin.simulators.web.Visit.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a caregiver fills in: what is asked decides, not the kind of service. Pure. */
final class CheckAnswers {

    private static final double OPTIONAL_ANSWERED = 0.7;
    // A meal must be eaten within two hours of cooking.
    private static final Duration TOO_LONG_AGO = Duration.ofMinutes(150);
    private static final double WIDE_SPAN = 10;

    private final Surroundings around;
    private final Instant now;

    CheckAnswers(Surroundings around, Instant now) {
        this.around = around;
        this.now = now;
    }

    /** What this person fills in for a step, given what goes wrong with this visit. */
    Map<String, String> fill(Next next, Set<Mishap> fate) {
        if (next.step().equals("on-the-way") && fate.contains(Mishap.STALE_MEAL)) {
            return withStaleTimes(next.checks());
        }
        return fate.contains(Mishap.BAD_READING) ? withBad(next.checks()) : good(next.checks());
    }

    /** As it should be: inside the limits, everything well. */
    Map<String, String> good(List<Check> checks) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Check check : checks) {
            if (check.isRequired() || around.chance().nextDouble() < OPTIONAL_ANSWERED) {
                answers.put(check.field(), good(check));
            }
        }
        return answers;
    }

    /** The same with one reading outside its limits, or one "no" where only "yes" goes on. */
    Map<String, String> withBad(List<Check> checks) {
        Map<String, String> answers = good(checks);
        findFragile(checks).ifPresent(check -> answers.put(check.field(), bad(check)));
        return answers;
    }

    /** The same with a meal that is too old. */
    Map<String, String> withStaleTimes(List<Check> checks) {
        Map<String, String> answers = good(checks);
        checks.stream().filter(check -> check.kind() == Kind.TIME)
                .forEach(check -> answers.put(check.field(), now.minus(TOO_LONG_AGO).toString()));
        return answers;
    }

    /** What can go wrong in these checks, if anything. */
    static Optional<Check> findFragile(List<Check> checks) {
        return checks.stream().filter(Check::isRequired)
                .filter(check -> check.kind() == Kind.YES || hasLimit(check)).findFirst();
    }

    private String good(Check check) {
        return switch (check.kind()) {
            case NUMBER -> number(check, around.chance().nextDouble(0.3, 0.7));
            case YES -> "yes";
            case CHOICE -> around.chance().nextDouble() < 0.3 ? "yes" : "no";
            case TIME -> now.minus(around.between(15 * 60, 35 * 60)).toString();
            case TEXT -> switch (check.field()) {
                case "result" -> "医生已看诊，血压平稳，按原方案用药，一个月后复查";
                case "medicines" -> "降压药一盒，每日一次，每次一片";
                default -> "一切正常";
            };
        };
    }

    private static String bad(Check check) {
        return check.kind() == Kind.YES ? "no" : number(check, Double.isNaN(check.most()) ? -0.1 : 1.1);
    }

    private static boolean hasLimit(Check check) {
        return check.kind() == Kind.NUMBER && !(Double.isNaN(check.least()) && Double.isNaN(check.most()));
    }

    // As a display shows it: whole where the limits are far apart, with one digit after the point where they are close.
    private static String number(Check check, double share) {
        double least = Double.isNaN(check.least()) ? Math.min(0, or(check.most(), 2) - 2) : check.least();
        double most = Double.isNaN(check.most()) ? least + WIDE_SPAN : check.most();
        double value = least + (most - least) * share;
        return most - least > WIDE_SPAN
                ? String.valueOf(Math.round(value))
                : String.format(Locale.ROOT, "%.1f", value);
    }

    private static double or(double value, double absent) {
        return Double.isNaN(value) ? absent : value;
    }
}
