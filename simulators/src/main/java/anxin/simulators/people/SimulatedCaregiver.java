package anxin.simulators.people;

import anxin.simulators.people.Agenda.Progress;
import anxin.simulators.people.Temper.Occupation;
import anxin.simulators.town.Place;
import anxin.simulators.town.TownCaregiver;
import anxin.simulators.web.Answer;
import anxin.simulators.web.Phone;
import anxin.simulators.web.Phone.Duty;
import anxin.simulators.web.Phone.Task;
import anxin.simulators.web.Phone.Today;
import anxin.simulators.web.Web;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A caregiver on duty with a phone: is asked, answers in their own way, goes, helps and comes free again; between calls
 * for help, the day's visits.
 */
public final class SimulatedCaregiver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedCaregiver.class);

    private final String login;
    private final Phone phone;
    private final Surroundings around;
    private final Questions questions;
    private final Agenda agenda;
    private Place place;
    private @Nullable Task task;
    private @Nullable Errand errand;
    private Instant nextPosition = Instant.MIN;
    private @Nullable Routine routine;

    public SimulatedCaregiver(TownCaregiver caregiver, Web web, Temper temper, Surroundings around) {
        login = caregiver.login().login();
        phone = new Phone(web.session(caregiver.login(), new Retries(around)));
        place = caregiver.place();
        this.around = around;
        questions = new Questions(login, phone, temper, around);
        agenda = new Agenda(login, phone, around);
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
            Instant due = earlier(questions.answer(now), task == null ? visit(now) : help(now));
            if (!now.isBefore(nextPosition)) {
                reportPosition(now);
            }
            return earlier(due, nextPosition);
        }
    }

    private void know(Today today, Instant now) {
        agenda.know(today.visits(), now);
        task = today.task();
        if (task == null) {
            errand = null;
        } else if (errand == null || !errand.isFor(task)) {
            agenda.interrupt();
            errand = new Errand(task, place, questions.takeFollow(), now, around);
        }
        questions.know(today.offers(), task == null ? agenda.occupation() : Occupation.WITH_A_RESIDENT, now);
    }

    private Instant help(Instant now) {
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

    private Instant visit(Instant now) {
        place = agenda.placeAt(now, place);
        return switch (agenda.goOn(place, now)) {
            case Progress.Waits(Instant until) -> until;
            case Progress.Said() -> {
                know(phone.today(), now);
                yield now;
            }
        };
    }

    private void reportPosition(Instant now) {
        boolean moves = errand != null || agenda.isUnderWay();
        if (!moves) {
            stroll();
        }
        phone.position(place);
        nextPosition = now.plus(around.between(10, 20).dividedBy(!moves || around.timesFaster() < 2 ? 1 : 4));
    }

    private void stroll() {
        place = new Place(place.latitude() + around.chance().nextDouble(-1, 1) * 0.0002,
                place.longitude() + around.chance().nextDouble(-1, 1) * 0.0002);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
