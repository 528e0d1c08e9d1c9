package anxin.api.people;

import anxin.api.http.Fields;
import anxin.dispatcher.notification.Notification;
import anxin.dispatcher.offer.Candidate;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.store.Json;
import anxin.dispatcher.store.Protected;
import anxin.dispatcher.store.Sql;
import anxin.dispatcher.store.Word;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Puts names where files and offers hold ids. */
public final class People {

    private final PeopleStore store;

    public People(Sql sql) {
        this.store = new PeopleStore(sql);
    }

    public String staff(UUID id) {
        return name("staff", id);
    }

    public String responder(UUID id) {
        return name("responder", id);
    }

    /** @param kind contact, resident, duty or responder */
    public String name(String kind, UUID id) {
        return store.findName(kind, id).map(Protected::reveal).orElse("?");
    }

    /** Who did something, as a file says it: a name, device:name or system. */
    public String actor(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return text;
        }
        String kind = text.substring(0, colon);
        String name = name(kind, UUID.fromString(text.substring(colon + 1)));
        return kind.equals("device") ? "device:" + name : name;
    }

    /** The body of a file's entry with names for ids. */
    public Map<String, Object> named(String body) {
        Map<String, Object> fields = Json.read(body, new TypeReference<TreeMap<String, Object>>() {
        });
        Object recipient = fields.remove("recipientId");
        if (recipient != null) {
            fields.put("name",
                    name(String.valueOf(fields.get("recipient")), UUID.fromString(recipient.toString())));
        }
        for (String kind : List.of("responder", "contact", "device")) {
            fields.computeIfPresent(kind, (field, id) -> name(kind, UUID.fromString(id.toString())));
        }
        fields.computeIfPresent("responders", (field, ids) -> ((List<?>) ids).stream()
                .map(id -> responder(UUID.fromString(String.valueOf(id))))
                .toList());
        return fields;
    }

    /** Somebody suitable, as the desk sees them. */
    public static Fields candidate(Candidate candidate) {
        return new Fields()
                .with("responder", new Fields()
                        .with("id", candidate.responder().id().uuid())
                        .with("name", candidate.responder().name()))
                .with("kind", candidate.responder().kind())
                .with("minutes", candidate.minutes())
                .with("meters", candidate.meters())
                .with("reasons", candidate.reasons());
    }

    /** Somebody who was asked, and what they answered. */
    public Fields offer(Offer offer) {
        return new Fields()
                .with("id", offer.id().uuid())
                .with("responder", new Fields()
                        .with("id", offer.responder().uuid())
                        .with("name", responder(offer.responder().uuid())))
                .with("state", offer.state())
                .with("phase", offer.phase())
                .with("minutes", offer.minutes())
                .with("sentAt", offer.sentAt())
                .with("answeredAt", offer.answeredAt())
                .with("declineReason", offer.declineReason())
                .with("reasons", offer.reasons());
    }

    /** What was said to whom about one subject. */
    public List<Fields> notifications(List<Notification> notifications) {
        return notifications.stream().map(this::notification).toList();
    }

    private Fields notification(Notification notification) {
        return new Fields()
                .with("id", notification.id())
                .with("what", notification.what())
                .with("recipient", notification.recipient().kind())
                .with("name", name(Word.of(notification.recipient().kind()), notification.recipient().id()))
                .with("channel", notification.channel())
                .with("state", notification.state())
                .with("createdAt", notification.createdAt())
                .with("sentAt", notification.sentAt())
                .with("deliveredAt", notification.deliveredAt())
                .with("attempts", notification.attempts())
                .with("adapter", notification.adapter())
                .with("fault", notification.fault());
    }

    /** A number as everybody may see it: 138****2276. */
    public static String masked(Protected phone) {
        String digits = phone.reveal();
        return digits.length() < 8
                ? "****"
                : digits.substring(0, 3) + "****" + digits.substring(digits.length() - 4);
    }
}
