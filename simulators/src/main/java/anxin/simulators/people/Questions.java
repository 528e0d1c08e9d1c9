package anxin.simulators.people;

import anxin.simulators.people.Decision.Follow;
import anxin.simulators.people.Tally.Mark;
import anxin.simulators.people.Temper.Occupation;
import anxin.simulators.web.Answer;
import anxin.simulators.web.Phone;
import anxin.simulators.web.Phone.About;
import anxin.simulators.web.Phone.Offer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one caregiver is asked. Each question is decided once, however often the page is read. */
final class Questions {

    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    private final String login;
    private final Phone phone;
    private final Temper temper;
    private final Surroundings around;
    private final Map<String, Asked> asked = new HashMap<>();
    private Follow follow = Follow.GOES;

    Questions(String login, Phone phone, Temper temper, Surroundings around) {
        this.login = login;
        this.phone = phone;
        this.temper = temper;
        this.around = around;
    }

    private static final class Asked {
        private final Offer offer;
        private final Decision decision;
        private final Instant sees;
        private final Instant answers;
        private boolean seen;
        private boolean answered;

        private Asked(Offer offer, Decision decision, Instant sees, Instant answers) {
            this.offer = offer;
            this.decision = decision;
            this.sees = sees;
            this.answers = answers;
        }
    }

    /** Takes note of what the page shows; new questions are confirmed as delivered. */
    void know(List<Offer> offers, Occupation occupation, Instant now) {
        Set<String> shown = offers.stream().map(Offer::id).collect(Collectors.toSet());
        asked.keySet().retainAll(shown);
        for (Offer offer : offers) {
            if (!asked.containsKey(offer.id())) {
                asked.put(offer.id(), consider(offer, occupation, now));
                phone.delivery(offer, "delivered");
            }
        }
    }

    /** Says what is due, and when to ask again. */
    Instant answer(Instant now) {
        Instant due = Instant.MAX;
        for (Asked one : asked.values()) {
            if (!one.seen && !now.isBefore(one.sees)) {
                one.seen = true;
                phone.delivery(one.offer, "seen");
            }
            if (!one.answered && !now.isBefore(one.answers)) {
                one.answered = true;
                say(one);
            }
            Instant next = one.seen ? one.answered ? Instant.MAX : one.answers : one.sees;
            due = next.isBefore(due) ? next : due;
        }
        return due;
    }

    /** What follows the last "I go" to a call for help; a task that nobody here accepted is simply done. */
    Follow takeFollow() {
        Follow last = follow;
        follow = Follow.GOES;
        return last;
    }

    private Asked consider(Offer offer, Occupation occupation, Instant now) {
        Decision decision = switch (offer.about()) {
            case INCIDENT -> {
                if (occupation == Occupation.IN_CARE) {
                    around.everyday().tally().add(Mark.ASKED_DURING_CARE);
                }
                yield temper.decide(offer.minutes(), occupation, around.chance());
            }
            case VISIT -> temper.decideVisit(offer.minutes(), around.chance());
        };
        Instant answers = switch (decision) {
            case Decision.Accept accept -> now.plus(accept.after());
            case Decision.Decline decline -> now.plus(decline.after());
            case Decision.Silence() -> Instant.MAX;
        };
        return new Asked(offer, decision, now.plus(around.between(1, 4)), answers);
    }

    private void say(Asked one) {
        switch (one.decision) {
            case Decision.Accept(_, Follow next) -> {
                Answer answer = phone.accept(one.offer);
                LOG.debug("{} accepts: {}", login, answer.brief());
                if (answer.isDone() && one.offer.about() == About.INCIDENT) {
                    follow = next;
                } else if (answer.isDone()) {
                    around.everyday().tally().add(Mark.VISIT_ACCEPTED);
                }
            }
            case Decision.Decline decline ->
                LOG.debug("{} declines: {}", login, phone.decline(one.offer, decline.reason()).brief());
            case Decision.Silence() -> LOG.debug("{} does not answer", login);
        }
    }
}
