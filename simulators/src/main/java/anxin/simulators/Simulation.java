package anxin.simulators;

import anxin.simulators.device.Workshop;
import anxin.simulators.device.Workshop.Reconnect;
import anxin.simulators.people.Everyday;
import anxin.simulators.people.OrderPace;
import anxin.simulators.people.SimulatedCaregiver;
import anxin.simulators.people.SimulatedOperator;
import anxin.simulators.people.Surroundings;
import anxin.simulators.people.Tally;
import anxin.simulators.people.Temper;
import anxin.simulators.people.Workday;
import anxin.simulators.town.Town;
import anxin.simulators.town.TownCaregiver;
import anxin.simulators.town.TownOperator;
import anxin.simulators.web.Web;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A town that lives until it is closed, through every restart of the server. */
public final class Simulation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Simulation.class);

    private final ScheduledExecutorService timer;
    private final Web web;
    private final Homes homes;
    private final Tally tally = new Tally();
    private final List<SimulatedCaregiver> caregivers;
    private final List<SimulatedOperator> operators;

    private Simulation(Town town, Web web, Homes homes, ScheduledExecutorService timer, SimulationPace pace) {
        this.timer = timer;
        this.web = web;
        this.homes = homes;
        caregivers = town.caregivers().stream().filter(TownCaregiver::simulated)
                .map(one -> caregiver(one, pace)).toList();
        List<TownOperator> seats = town.operators().stream().filter(TownOperator::simulated).toList();
        // The callers of the town spread over its seats.
        Workday workday = new Workday(pace.operatorPatience(), town.residents(), new OrderPace(
                pace.orders().every().multipliedBy(Math.max(1, seats.size())), pace.orders().openAtMost()));
        operators = seats.stream().map(one -> operator(one, workday, pace)).toList();
    }

    /** Returns at once; everybody connects in the background and keeps trying. */
    public static Simulation start(Path townFile, URI web, URI mqtt, SimulationPace pace) {
        Town town = Town.read(townFile);
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(1,
                Thread.ofPlatform().name("simulation timer").daemon().factory());
        Workshop workshop = new Workshop(mqtt, Clock.systemUTC(), timer, new Random(pace.seed()),
                new Reconnect(Duration.ofMillis(500), Duration.ofSeconds(10)));
        Simulation simulation = new Simulation(town, new Web(web), new Homes(town, workshop, pace), timer,
                pace);
        simulation.open();
        return simulation;
    }

    /** What came of everyday service so far. */
    public Tally tally() {
        return tally;
    }

    @Override
    public void close() {
        caregivers.forEach(SimulatedCaregiver::close);
        operators.forEach(SimulatedOperator::close);
        homes.close();
        timer.shutdownNow();
        web.close();
        LOG.info("everyday service: {}", tally);
    }

    private void open() {
        homes.open();
        caregivers.forEach(SimulatedCaregiver::begin);
        operators.forEach(SimulatedOperator::begin);
        LOG.info("the town lives: {} caregivers and {} operators simulated", caregivers.size(),
                operators.size());
    }

    private SimulatedCaregiver caregiver(TownCaregiver one, SimulationPace pace) {
        Random chance = chance(pace, one.login().login());
        return new SimulatedCaregiver(one, web, Temper.staff(chance), surroundings(pace, chance));
    }

    private SimulatedOperator operator(TownOperator one, Workday workday, SimulationPace pace) {
        Random chance = chance(pace, one.login().login());
        return new SimulatedOperator(one, web, workday, surroundings(pace, chance));
    }

    private Surroundings surroundings(SimulationPace pace, Random chance) {
        return new Surroundings(Clock.systemUTC(), timer, chance, pace.timesFaster(),
                new Everyday(pace.orders().visitsTimesFaster(), pace.orders().mishaps(), tally));
    }

    // Each person has a chance of their own, so that one more does not change the others.
    private static Random chance(SimulationPace pace, String login) {
        return new Random(pace.seed() * 31 + login.hashCode());
    }
}
