package anxin.dispatcher.responder;

import anxin.dispatcher.place.Place;
import anxin.dispatcher.place.TravelMode;
import anxin.dispatcher.resident.Gender;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Protected;
import java.time.LocalDate;
import java.util.List;

/**
 * Somebody who may go to a door.
 *
 * @param base             where they are reckoned to be when their phone is silent
 * @param certificateUntil last day of their emergency certificate; an expired one is never matched
 */
public record Responder(ResponderId id, Jurisdiction jurisdiction, Protected name, Protected phone,
        ResponderKind kind,
        Gender gender, List<String> languages, TravelMode travel, Place base, LocalDate certificateUntil,
        Duty duty) {}
