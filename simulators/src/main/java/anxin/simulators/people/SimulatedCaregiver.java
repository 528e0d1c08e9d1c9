package anxin.simulators.people;

import anxin.simulators.people.Decision.Follow;
import anxin.simulators.people.Temper.Occupation;
import anxin.simulators.town.Place;
import anxin.simulators.town.TownCaregiver;
import anxin.simulators.web.Answer;
import anxin.simulators.web.Phone;
import anxin.simulators.web.Phone.Duty;
import anxin.simulators.web.Phone.Offer;
import anxin.simulators.web.Phone.Task;
import anxin.simulators.web.Phone.Today;
import anxin.simulators.web.Web;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A caregiver on duty with a phone: is asked, answers in their own way, goes, helps and comes free again. */
public final class SimulatedCaregiver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedCaregiver.class);

    private final String login;
    private final Phone phone;
    private final Temper temper;
    private final Surroundings around;
    private final Map<String, Asked> asked = new HashMap<>();
    private Place place;
    private Follow follow = Follow.GOES;
    private @Nullable Task task;
    private @Nullable Errand errand;
    private Instant nextPosition = Instant.MIN;
    private @Nullable Routine routine;

    public SimulatedCaregiver(TownCaregiver caregiver, Web web, Temper temper, Surroundings around) {
        login = caregiver.login().login();
        phone = new Phone(web.session(caregiver.login()));
        place = caregiver.place();
        this.temper = temper;
        this.around = around;
    }

    /** Goes on duty and stays there until closed; returns at once. */
    public void begin() {
        routine = Routine.begin(login, phone.session(), around, new Day());
    }

    @Override
    public void close() {
        if (routine != null) {
            routine.close();
        }
    }

    /** One offer on the screen. The decision is made once, however often the page is read. */
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

    private final class Day implements Routine.Turn {

        @Override
        public void look(Instant now) {
            Today today = phone.today();
            if (today.duty() == Duty.OFF) {
                phone.dutyOn();
            }
            know(today, now);
        }

        @Override
        public Instant act(Instant now) {
            Instant due = earlier(answerOffers(now), work(now));
            if (!now.isBefore(nextPosition)) {
                reportPosition(now);
            }
            return earlier(due, nextPosition);
        }
    }

    private void know(Today today, Instant now) {
        Set<String> shown = today.offers().stream().map(Offer::id).collect(Collectors.toSet());
        asked.keySet().retainAll(shown);
        for (Offer offer : today.offers()) {
            if (!asked.containsKey(offer.id())) {
                asked.put(offer.id(), consider(offer, now));
                phone.delivery(offer, "delivered");
            }
        }
        task = today.task();
        if (task == null) {
            errand = null;
        } else if (errand == null || !errand.isFor(task)) {
            errand = new Errand(task, place, follow, now, around);
            follow = Follow.GOES;
        }
    }

    private Asked consider(Offer offer, Instant now) {
        Occupation occupation = task == null ? Occupation.FREE : Occupation.WITH_A_RESIDENT;
        Decision decision = temper.decide(offer.minutes(), occupation, around.chance());
        Instant answers = switch (decision) {
            case Decision.Accept accept -> now.plus(accept.after());
            case Decision.Decline decline -> now.plus(decline.after());
            case Decision.Silence() -> Instant.MAX;
        };
        return new Asked(offer, decision, now.plus(around.between(1, 4)), answers);
    }

    private Instant answerOffers(Instant now) {
        Instant due = Instant.MAX;
        for (Asked one : asked.values()) {
            if (!one.seen && !now.isBefore(one.sees)) {
                one.seen = true;
                phone.delivery(one.offer, "seen");
            }
            if (!one.answered && !now.isBefore(one.answers)) {
                one.answered = true;
                answer(one);
            }
            due = earlier(due, one.seen ? one.answered ? Instant.MAX : one.answers : one.sees);
        }
        return due;
    }

    private void answer(Asked one) {
        switch (one.decision) {
            case Decision.Accept accept -> {
                Answer answer = phone.accept(one.offer);
                follow = answer.isDone() ? accept.follow() : follow;
                LOG.debug("{} accepts: {}", login, answer.brief());
            }
            case Decision.Decline decline ->
                LOG.debug("{} declines: {}", login, phone.decline(one.offer, decline.reason()).brief());
            case Decision.Silence() -> LOG.debug("{} does not answer", login);
        }
    }

    private Instant work(Instant now) {
        Task known = task;
        Errand way = errand;
        if (known == null || way == null) {
            return Instant.MAX;
        }
        place = way.placeAt(now);
        Errand.Step step = way.next(known);
        if (now.isBefore(step.at())) {
            return step.at();
        }
        Answer answer = phone.step(known, step.word(), place, step.note());
        LOG.debug("{} {}: {}", login, step.word(), answer.brief());
        // Whatever the answer, the page now shows what is true.
        know(phone.today(), now);
        return answer.isDone() ? now : now.plusSeconds(5);
    }

    private void reportPosition(Instant now) {
        if (errand == null) {
            stroll();
        }
        phone.position(place);
        nextPosition = now
                .plus(around.between(10, 20).dividedBy(errand == null || around.timesFaster() < 2 ? 1 : 4));
    }

    private void stroll() {
        place = new Place(place.latitude() + around.chance().nextDouble(-1, 1) * 0.0002,
                place.longitude() + around.chance().nextDouble(-1, 1) * 0.0002);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
