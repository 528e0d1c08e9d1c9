package anxin.main;

import anxin.api.ApiServer;
import anxin.api.account.AccountStore;
import anxin.api.account.Accounts;
import anxin.api.account.Passwords;
import anxin.api.stream.FeedTail;
import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.message.Message;
import anxin.dispatcher.message.Receipt;
import anxin.dispatcher.notification.Carrier;
import anxin.dispatcher.notification.Channel;
import anxin.dispatcher.notification.LocalSink;
import anxin.dispatcher.notification.SignedHttp;
import anxin.dispatcher.shell.ClockLoop;
import anxin.dispatcher.shell.Courier;
import anxin.dispatcher.shell.Work;
import anxin.dispatcher.store.Database;
import anxin.dispatcher.store.DatabaseClock;
import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Sql;
import anxin.gateway.Intake;
import anxin.gateway.door.MqttDoor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole running server. What starts here is stopped by {@link #close} in the opposite order. */
public final class AnxinServer implements AutoCloseable {

    /** The address on the bus that says: something was committed, look again. */
    private static final String LOOK_AGAIN = "anxin.look-again";
    private static final Logger LOG = LoggerFactory.getLogger(AnxinServer.class);
    private static final Duration TO_LISTEN = Duration.ofSeconds(20);
    private static final long ALIGN_CLOCK_MS = 30_000;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Dispatcher dispatcher;
    private final Accounts accounts;
    private final AccountStore accountStore;
    private final int webPort;
    private final int mqttPort;
    private final boolean embedded;

    private AnxinServer(Settings settings, Consumer<String> progress,
            UnaryOperator<Function<Message, Receipt>> aroundIntake) {
        try {
            Store store = keep(Store.open(settings, progress));
            this.embedded = store.isEmbedded();
            Database database = keep(new Database(store.address()));
            progress.accept("checking the schema");
            Migration.untilReachable(database, progress);
            Sql desk = database.pool("desk", 8);
            DatabaseClock clock = new DatabaseClock(desk, System::nanoTime);
            Ids ids = new Ids(clock, new SecureRandom());
            Vertx vertx = vertx();
            Runnable nudge = () -> vertx.eventBus().publish(LOOK_AGAIN, "");
            Function<Sql, Dispatcher> over = sql -> Dispatcher.over(sql, clock, ids, settings.timeZone(),
                    nudge);
            this.dispatcher = over.apply(desk);
            this.accountStore = new AccountStore(desk);
            this.accounts = new Accounts(accountStore, new Passwords(new SecureRandom()), ids, clock);
            Work work = keep(new Work(vertx));
            vertx.setPeriodic(ALIGN_CLOCK_MS, timer -> work.lane(1).run(() -> {
                clock.align();
                return true;
            }).onFailure(fault -> LOG.warn("the database's clock cannot be read: {}", fault.getMessage())));

            // Alarms first: they have a pool and a lane of their own, and nothing below is needed to take one.
            MqttDoor door = door(vertx, work, over.apply(database.pool("alarms", 4)),
                    over.apply(database.pool("telemetry", 2)), aroundIntake);
            this.mqttPort = await(door.listen(settings.mqttPort()), "MQTT port " + settings.mqttPort());
            running.push(() -> await(door.close(), "closing MQTT"));
            Dispatcher deadlines = over.apply(database.pool("deadlines", 4));
            keep(new ClockLoop(deadlines.deadlines(), clock, deadlines::fire));

            Dispatcher messages = over.apply(database.pool("messages", 2));
            Courier courier = keep(new Courier(messages.outbox(), carriers(settings, messages), clock));
            vertx.eventBus().localConsumer(LOOK_AGAIN, message -> courier.nudge());

            FeedTail tail = keep(new FeedTail(over.apply(database.pool("stream", 2)).feedStore()));
            vertx.eventBus().localConsumer(LOOK_AGAIN, message -> tail.nudge());
            ApiServer api = new ApiServer(vertx, dispatcher, accounts, tail,
                    new ApiServer.Lanes(work.lane(8), work.lane(16), work.lane(4)));
            this.webPort = await(api.listen(settings.webPort()), "web port " + settings.webPort());
            running.push(() -> await(api.close(), "closing HTTP"));
        } catch (RuntimeException fault) {
            close();
            throw fault;
        }
    }

    /**
     * Starts everything and returns when it listens.
     *
     * @throws StartException when a port is taken or the database stays out of reach; nothing is left running
     */
    public static AnxinServer start(Settings settings, Consumer<String> progress) {
        return new AnxinServer(settings, progress, UnaryOperator.identity());
    }

    /** As {@link #start}, with something around the intake: a test proves that it notices an early acknowledgement. */
    static AnxinServer startAround(Settings settings, Consumer<String> progress,
            UnaryOperator<Function<Message, Receipt>> aroundIntake) {
        return new AnxinServer(settings, progress, aroundIntake);
    }

    public Dispatcher dispatcher() {
        return dispatcher;
    }

    public Accounts accounts() {
        return accounts;
    }

    public AccountStore accountStore() {
        return accountStore;
    }

    public int webPort() {
        return webPort;
    }

    public int mqttPort() {
        return mqttPort;
    }

    public boolean hasEmbeddedDatabase() {
        return embedded;
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception fault) {
                LOG.warn("something did not stop cleanly: {}", fault.toString());
            }
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        running.push(part);
        return part;
    }

    private Vertx vertx() {
        Vertx vertx = Vertx.vertx();
        running.push(() -> await(vertx.close(), "closing Vert.x"));
        return vertx;
    }

    private static MqttDoor door(Vertx vertx, Work work, Dispatcher alarms, Dispatcher telemetry,
            UnaryOperator<Function<Message, Receipt>> around) {
        Function<Message, Receipt> takeAlarm = around
                .apply(new Intake(alarms.messages(), alarms.devices())::take);
        Function<Message, Receipt> takeTelemetry = around
                .apply(new Intake(telemetry.messages(), telemetry.devices())::take);
        return new MqttDoor(vertx, alarms.devices(), telemetry.notices(), work.lane(4), work.lane(1),
                new MqttDoor.Lanes(work.lane(4), takeAlarm, work.lane(2), takeTelemetry), alarms.clock());
    }

    private Map<Channel, Carrier> carriers(Settings settings, Dispatcher messages) {
        Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            carriers.put(channel, settings.provider(channel)
                    .<Carrier>map(provider -> keep(new SignedHttp(provider, messages.clock())))
                    .orElseGet(() -> new LocalSink(messages.sql())));
        }
        return carriers;
    }

    private static <T> T await(Future<T> future, String what) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(TO_LISTEN.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StartException(what + ": interrupted", stopping);
        } catch (TimeoutException tooSlow) {
            throw new StartException(what + ": not done within " + TO_LISTEN.toSeconds() + " s", tooSlow);
        } catch (ExecutionException fault) {
            Throwable cause = fault.getCause() == null ? fault : fault.getCause();
            throw new StartException(what + ": " + cause.getMessage(), cause);
        }
    }
}
