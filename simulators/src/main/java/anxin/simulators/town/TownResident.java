package anxin.simulators.town;

/** Somebody who may call 12349; the name is what the operator searches by, and is never printed. */
public record TownResident(String id, String name) {

    @Override
    public String toString() {
        return "TownResident[" + id + "]";
    }
}
