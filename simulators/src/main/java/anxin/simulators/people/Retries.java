package anxin.simulators.people;

import anxin.simulators.people.Tally.Mark;
import anxin.simulators.web.Answer;
import anxin.simulators.web.RetryHabit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends an act twice now and then, as a client does whose line broke before the answer, and counts what comes back. */
final class Retries implements RetryHabit {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    private final Surroundings around;

    Retries(Surroundings around) {
        this.around = around;
    }

    @Override
    public boolean isDueNow() {
        return around.strikes(Mishap.REPEATED_ACT);
    }

    @Override
    public void compare(String path, Answer first, Answer again) {
        boolean alike = first.status() == again.status() && first.body().equals(again.body());
        around.everyday().tally().add(alike ? Mark.REPEATED_ALIKE : Mark.REPEATED_DIFFERENTLY);
        if (!alike) {
            LOG.warn("{} with one key was answered {} and then {}", path, first.brief(), again.brief());
        }
    }
}
