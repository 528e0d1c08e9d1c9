package anxin.api;

import anxin.api.account.AccountOperations;
import anxin.api.account.Accounts;
import anxin.api.desk.DeskOperations;
import anxin.api.http.Fields;
import anxin.api.http.OnceStore;
import anxin.api.http.Operation;
import anxin.api.http.Reply;
import anxin.api.order.OrderOperations;
import anxin.api.phone.PhoneOperations;
import anxin.api.stream.FeedTail;
import anxin.api.stream.StreamRoute;
import anxin.api.web.Answers;
import anxin.api.web.Contract;
import anxin.api.web.ContractFile;
import anxin.api.web.Gate;
import anxin.api.web.SignInRoutes;
import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.shell.Work;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.StaticHandler;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The HTTP server: the contract's operations, the live stream and the pages. Loopback only. */
public final class ApiServer {

    /** Lanes for the three kinds of work here. */
    public record Lanes(Work.Lane desk, Work.Lane passwords, Work.Lane stream) {}

    private static final String HOST = "127.0.0.1";
    private static final long BODY_BYTES = 64 * 1024;
    private static final Set<String> BOUND_ELSEWHERE = Set.of("health", "login", "session", "stream");

    private final Vertx vertx;
    private final Dispatcher dispatcher;
    private final Accounts accounts;
    private final FeedTail tail;
    private final Lanes lanes;
    private final HttpServer server;

    public ApiServer(Vertx vertx, Dispatcher dispatcher, Accounts accounts, FeedTail tail, Lanes lanes) {
        this.vertx = vertx;
        this.dispatcher = dispatcher;
        this.accounts = accounts;
        this.tail = tail;
        this.lanes = lanes;
        this.server = vertx.createHttpServer(new HttpServerOptions().setHost(HOST).setTcpNoDelay(true)
                .setIdleTimeout(90));
    }

    /** @return the port that is listened on; fails when it is taken, or when contract and operations do not match */
    public Future<Integer> listen(int port) {
        return ContractFile.read(vertx)
                .map(this::router)
                .compose(router -> server.requestHandler(router).listen(port, HOST))
                .map(HttpServer::actualPort);
    }

    public Future<Void> close() {
        return server.close();
    }

    private Router router(OpenAPIContract contract) {
        Gate gate = new Gate(contract, accounts, lanes.desk());
        RouterBuilder routes = RouterBuilder.create(vertx, contract, RequestExtractor.withBodyHandler());
        bind(routes);
        Router router = Router.router(vertx);
        router.route().handler(ApiServer::harden);
        router.route("/api/*").handler(Contract::readable);
        router.route("/api/*").handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES))
                .failureHandler(Contract::failed);
        router.route("/api/*").handler(gate::check).failureHandler(Contract::failed);
        router.route("/api/v1/*").subRouter(routes.createRouter());
        router.get().handler(ApiServer::cachePages);
        router.get()
                .handler(StaticHandler.create("webroot").setIndexPage("index.html").setCachingEnabled(false)
                        .setIncludeHidden(false));
        return router;
    }

    private void bind(RouterBuilder routes) {
        Contract contract = new Contract(new OnceStore(dispatcher.sql(), dispatcher.clock()), lanes.desk());
        Map<String, Operation> operations = new HashMap<>(new DeskOperations(dispatcher).all());
        operations.putAll(new OrderOperations(dispatcher).all());
        operations.putAll(new PhoneOperations(dispatcher).all());
        operations.putAll(new AccountOperations(accounts).all());
        new SignInRoutes(accounts, lanes.passwords(), lanes.desk()).bind(routes);
        StreamRoute stream = new StreamRoute(vertx, tail, dispatcher.feedStore(), lanes.stream(),
                dispatcher.clock());
        Contract.route(routes, "stream").addHandler(stream::open).addFailureHandler(Contract::failed);
        Contract.route(routes, "health").addHandler(this::health);
        for (OpenAPIRoute route : routes.getRoutes()) {
            String id = route.getOperation().getOperationId();
            Operation operation = operations.remove(id);
            if (operation != null) {
                contract.bind(route, operation);
            } else if (!BOUND_ELSEWHERE.contains(id)) {
                throw new IllegalStateException("the contract's operation " + id + " is answered by nobody");
            }
        }
        if (!operations.isEmpty()) {
            throw new IllegalStateException(
                    "operations that the contract does not know: " + operations.keySet());
        }
    }

    private void health(RoutingContext context) {
        lanes.stream().run(() -> dispatcher.sql().isReachable())
                .otherwise(false)
                .onSuccess(up -> Answers.write(context, new Reply(up ? 200 : 503, healthBody(up))));
    }

    private static String healthBody(boolean up) {
        return Reply
                .ok(new Fields().with("server", "anxin").with("ready", up).with("database",
                        up ? "up" : "down"))
                .body();
    }

    private static void harden(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy",
                        "default-src 'self'; frame-ancestors 'none'; base-uri 'none'")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin");
        context.next();
    }

    // Built files carry their hash in their name; the pages themselves are asked for again each time.
    private static void cachePages(RoutingContext context) {
        context.response().putHeader("Cache-Control", context.normalizedPath().startsWith("/assets/")
                ? "public, max-age=31536000, immutable"
                : "no-cache");
        context.next();
    }
}
