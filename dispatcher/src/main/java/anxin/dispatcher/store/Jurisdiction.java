package anxin.dispatcher.store;

import java.util.UUID;

/** Whose a row is: the organisation that serves and the division code (a Chinese administrative code) it lies in. */
public record Jurisdiction(UUID organisation, String division) {

    public static Jurisdiction of(Row row) {
        return new Jurisdiction(row.uuid("organisation"), row.text("division"));
    }
}
