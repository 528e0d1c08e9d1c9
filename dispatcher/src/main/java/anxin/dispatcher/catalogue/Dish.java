package anxin.dispatcher.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A meal on the menu and what is in it. */
public record Dish(UUID id, String name, List<String> contains) {

    /** The diet of somebody that forbids this dish, if one does. */
    public Optional<DietaryRule> forbiddenBy(List<String> diet, List<DietaryRule> rules) {
        return rules.stream()
                .filter(rule -> diet.contains(rule.diet()) && contains.contains(rule.forbids()))
                .findFirst();
    }
}
