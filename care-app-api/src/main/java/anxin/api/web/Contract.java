package anxin.api.web;

import anxin.api.http.Call;
import anxin.api.http.Caller;
import anxin.api.http.OnceStore;
import anxin.api.http.Operation;
import anxin.api.http.Reply;
import anxin.dispatcher.shell.Work;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.ValidatorException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Answers operations of the contract: on a lane, and commands only once for each key. */
public final class Contract {

    // Their requests or answers hold passwords, which are not kept.
    private static final Set<String> NOT_REMEMBERED = Set.of("changePassword", "createAccount", "logout");
    private static final JsonMapper JSON = new JsonMapper();

    private final OnceStore once;
    private final Work.Lane lane;

    public Contract(OnceStore once, Work.Lane lane) {
        this.once = once;
        this.lane = lane;
    }

    /** The route of an operation; fails when the contract has none. */
    public static OpenAPIRoute route(RouterBuilder routes, String operationId) {
        return Objects.requireNonNull(routes.getRoute(operationId),
                "the contract has no operation " + operationId);
    }

    /** Binds an operation to its route. */
    public void bind(OpenAPIRoute route, Operation operation) {
        String id = route.getOperation().getOperationId();
        route.addHandler(context -> answer(context, id, operation));
        route.addFailureHandler(Contract::failed);
    }

    /** Lets only requests through whose address can be read: a lone percent sign after the question mark is no query. */
    public static void readable(RoutingContext context) {
        try {
            context.queryParams();
            context.next();
        } catch (HttpException | IllegalArgumentException unreadable) {
            Answers.write(context, Reply.invalid(Optional.empty(), "the query cannot be read"));
        }
    }

    /** Turns what went wrong before or in an operation into a problem. */
    public static void failed(RoutingContext context) {
        // The router wraps what it found wrong in an exception of its own.
        Throwable failure = context.failure() instanceof HttpException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : context.failure();
        switch (failure) {
            case ValidatorException broken -> Answers.write(context, ContractErrors.reply(broken));
            case DecodeException malformed -> Answers.write(context, Reply.invalid(Optional.empty(),
                    "the body is not JSON"));
            case null ->
                Answers.write(context, Reply.problem(context.statusCode() > 0 ? context.statusCode() : 500,
                        context.statusCode() == 413 ? "too-large" : "refused", "The request was refused"));
            case Throwable fault -> Answers.fault(context, fault);
        }
    }

    private void answer(RoutingContext context, String id, Operation operation) {
        Caller caller = Gate.caller(context);
        Call call = new Call(caller, context.pathParams(), query(context), body(context));
        boolean command = context.request().method().equals(HttpMethod.POST) && !NOT_REMEMBERED.contains(id);
        String key = String.valueOf(context.request().getHeader("Idempotency-Key"));
        lane.run(() -> command
                ? once.answer(caller, key, id, hash(context), () -> operation.answer(call))
                : operation.answer(call))
                .onSuccess(reply -> Answers.write(context, reply))
                .onFailure(fault -> Answers.fault(context, fault));
    }

    // Of a parameter said twice, the first counts, as it did for the contract.
    private static Map<String, String> query(RoutingContext context) {
        Map<String, String> query = new TreeMap<>();
        context.queryParams()
                .forEach(parameter -> query.putIfAbsent(parameter.getKey(), parameter.getValue()));
        return query;
    }

    private static JsonNode body(RoutingContext context) {
        try {
            String text = context.body().asString();
            return text == null || text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the contract let malformed JSON through", impossible);
        }
    }

    private static byte[] hash(RoutingContext context) {
        try {
            String body = context.body().asString();
            String asked = context.normalizedPath() + "\n" + (body == null ? "" : body);
            return MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
