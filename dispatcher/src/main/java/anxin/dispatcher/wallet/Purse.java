package anxin.dispatcher.wallet;

import anxin.dispatcher.resident.ResidentId;
import java.util.UUID;

/** Where money of the ledger stands; the name is what the lines are added up by. */
record Purse(String name) {

    /** Public or family money coming in. */
    static Purse source(String word) {
        return new Purse("source/" + word);
    }

    /** What a resident can spend. */
    static Purse lot(UUID lot) {
        return new Purse("lot/" + lot);
    }

    /** What is set aside for an order. */
    static Purse held(UUID order) {
        return new Purse("held/" + order);
    }

    /** What a resident pays in person. */
    static Purse owed(ResidentId resident) {
        return new Purse("owed/" + resident.uuid());
    }

    /** What an organisation has earned. */
    static Purse earned(UUID organisation) {
        return new Purse("earned/" + organisation);
    }
}
