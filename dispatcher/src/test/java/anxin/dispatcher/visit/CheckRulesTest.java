package anxin.dispatcher.visit;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.catalogue.Check;
import anxin.dispatcher.catalogue.Check.Kind;
import anxin.dispatcher.visit.CheckRules.Objection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckRulesTest {

    private static final Check WATER = new Check("begun", "water", Kind.NUMBER,
            Optional.of(new BigDecimal("40")),
            Optional.of(new BigDecimal("42.0")), Optional.of("°C"), true);
    private static final Check SKIN = check("skin-intact", Kind.YES, true);
    private static final Check REHEATED = check("reheated", Kind.CHOICE, false);
    private static final Check COOKED = check("cooked-at", Kind.TIME, true);

    @Test
    void limits_belong_to_what_is_allowed() {
        assertThat(objection(WATER, "40")).isEmpty();
        assertThat(objection(WATER, "42")).isEmpty();
        assertThat(objection(WATER, "41,5")).isEmpty();
        assertThat(objection(WATER, "39.9")).contains(new Objection.OutOfRange("water", "40-42 °C"));
        assertThat(objection(WATER, "42.1")).contains(new Objection.OutOfRange("water", "40-42 °C"));
    }

    @Test
    void what_is_no_number_is_said_to_be_none() {
        for (String answer : List.of("warm", "1e999999999", "NaN", "４１", "41°", "--4", "0x29", "41.55555")) {
            assertThat(objection(WATER, answer)).as(answer)
                    .contains(new Objection.Unreadable("water", "a number"));
        }
    }

    @Test
    void only_yes_goes_on_where_yes_is_asked() {
        assertThat(objection(SKIN, "yes")).isEmpty();
        assertThat(objection(SKIN, "no")).contains(new Objection.OutOfRange("skin-intact", "yes"));
        assertThat(objection(REHEATED, "no")).isEmpty();
        assertThat(objection(REHEATED, "maybe")).contains(new Objection.Unreadable("reheated", "yes or no"));
    }

    @Test
    void a_time_is_a_time() {
        assertThat(objection(COOKED, "2026-11-22T11:05:00+08:00")).isEmpty();
        assertThat(objection(COOKED, "noon")).isPresent();
    }

    @Test
    void what_was_asked_and_not_answered_is_missing_unless_it_may_be() {
        assertThat(CheckRules.against(List.of(WATER, REHEATED), Map.of()))
                .contains(new Objection.Missing("water"));
        assertThat(CheckRules.against(List.of(REHEATED), Map.of())).isEmpty();
        assertThat(CheckRules.against(List.of(WATER), Map.of("water", " ")))
                .contains(new Objection.Missing("water"));
    }

    @Test
    void an_answer_nobody_asked_for_is_refused() {
        assertThat(CheckRules.against(List.of(WATER), Map.of("water", "41", "soap", "lavender")))
                .contains(new Objection.Unreadable("soap", "nobody asked for this"));
    }

    private static Optional<Objection> objection(Check check, String answer) {
        return CheckRules.against(List.of(check), Map.of(check.field(), answer));
    }

    private static Check check(String field, Kind kind, boolean required) {
        return new Check("begun", field, kind, Optional.empty(), Optional.empty(), Optional.empty(),
                required);
    }
}
