package anxin.simulators.town;

/** A seat at the desk. Only those marked simulated take calls by themselves. */
public record TownOperator(Login login, boolean simulated) {}
