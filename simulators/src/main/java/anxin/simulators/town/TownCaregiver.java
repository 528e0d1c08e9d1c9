package anxin.simulators.town;

/** A caregiver of the demonstration. Only those marked simulated walk by themselves; the others belong to people. */
public record TownCaregiver(Login login, Place place, boolean simulated) {}
