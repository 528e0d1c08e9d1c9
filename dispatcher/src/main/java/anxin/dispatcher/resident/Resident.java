package anxin.dispatcher.resident;

import anxin.dispatcher.place.Place;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Protected;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who may press.
 *
 * @param language ISO 639-1, what they speak best
 * @param area     the neighbourhood, coarse enough to tell somebody who has not accepted
 * @param access   how to get in: keys, codes, dogs on the stairs
 * @param needs    short words: oxygen, wheelchair, hearing, sight, bed-bound
 * @param diet     short words: halal, diabetes, low-salt, soft-food, no-nuts
 */
public record Resident(ResidentId id, Jurisdiction jurisdiction, Protected name, Gender gender,
        LocalDate born,
        String language, boolean livesAlone, Protected phone, String area, Protected address, Place place,
        Optional<Protected> access, Optional<Protected> medical, Optional<Protected> doNot,
        List<String> needs, List<String> diet) {

    /** Full years on a day. */
    public int ageOn(LocalDate day) {
        return Period.between(born, day).getYears();
    }
}
