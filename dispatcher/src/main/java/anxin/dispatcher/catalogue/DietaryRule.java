package anxin.dispatcher.catalogue;

/** One thing that a diet forbids: halal, pork. */
public record DietaryRule(String diet, String forbids) {}
