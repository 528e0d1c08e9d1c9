package anxin.simulators.people;

import anxin.simulators.standin.StandIn;
import anxin.simulators.town.Login;
import anxin.simulators.town.Place;
import anxin.simulators.town.TownCaregiver;
import anxin.simulators.town.TownOperator;
import anxin.simulators.town.TownResident;
import anxin.simulators.web.Web;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A stand-in server with simulated people who are quick and do exactly what a test wants. */
final class Street implements AutoCloseable {

    private static final Temper ALWAYS_YES = new Temper(2, Duration.ofMillis(50));

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final StandIn server;
    private final Web web;
    private final Tally tally = new Tally();
    private final Mishaps mishaps;
    private final List<Runnable> leaving = new ArrayList<>();

    Street(Mishaps mishaps) throws IOException {
        this.mishaps = mishaps;
        server = new StandIn(0, 0);
        web = new Web(server.web().address());
    }

    StandIn server() {
        return server;
    }

    Tally tally() {
        return tally;
    }

    void caregiver(String login) {
        SimulatedCaregiver one = new SimulatedCaregiver(
                new TownCaregiver(new Login(login, "p"), new Place(39.6, 109.8), true), web, ALWAYS_YES,
                surroundings(login));
        leaving.add(one::close);
        one.begin();
    }

    /** A seat whose telephone rings all the time, while fewer orders are open. */
    void operator(String login, int openAtMost) {
        List<TownResident> callers = List.of(new TownResident("resident-1", "乌云"),
                new TownResident("resident-2", "巴特尔"));
        callers.forEach(one -> server.orders().register(one.id()));
        SimulatedOperator one = new SimulatedOperator(new TownOperator(new Login(login, "p"), true), web,
                new Workday(Duration.ZERO, callers, new OrderPace(Duration.ofMillis(100), openAtMost)),
                surroundings(login));
        leaving.add(one::close);
        one.begin();
    }

    /** What was said to the server, of which each contains all the words. */
    List<String> said(String... words) {
        return server.web().posts().stream().filter(post -> List.of(words).stream().allMatch(post::contains))
                .toList();
    }

    /** The words of the steps of all visits, in the order they were said. */
    List<String> steps() {
        return said("/phone/visits/").stream().map(post -> post.replaceAll(".*\"step\":\"|\".*", ""))
                .toList();
    }

    @Override
    public void close() throws IOException {
        leaving.forEach(Runnable::run);
        timer.shutdownNow();
        web.close();
        server.close();
    }

    private Surroundings surroundings(String login) {
        return new Surroundings(Clock.systemUTC(), timer, new Random(login.hashCode()), 2_000,
                new Everyday(2_000, mishaps, tally));
    }
}
