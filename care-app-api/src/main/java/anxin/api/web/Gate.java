package anxin.api.web;

import anxin.api.account.AccountStore.OpenSession;
import anxin.api.account.Accounts;
import anxin.api.http.Caller;
import anxin.api.http.Reply;
import anxin.api.http.Role;
import anxin.dispatcher.shell.Work;
import anxin.dispatcher.store.Word;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets nobody through to an operation whose roles do not name them. What the contract does not list is not there. */
public final class Gate {

    /** The cookie of a page's session. */
    public static final String COOKIE = "anxin_session";

    private static final String ANYONE = "anyone";
    private static final String CALLER = "anxin.caller";
    private static final String SESSION = "anxin.session";
    private static final Set<String> BEFORE_PASSWORD_CHANGE = Set.of("session", "changePassword", "logout");

    private final OpenAPIContract contract;
    private final Accounts accounts;
    private final Work.Lane lane;
    private final Map<String, Set<Role>> allowed = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /** Fails when an operation of the contract does not say who may call it. */
    public Gate(OpenAPIContract contract, Accounts accounts, Work.Lane lane) {
        this.contract = contract;
        this.accounts = accounts;
        this.lane = lane;
        contract.operations().forEach(this::readRoles);
    }

    /** Who is behind a request that has passed. */
    public static Caller caller(RoutingContext context) {
        Caller caller = context.get(CALLER);
        if (caller == null) {
            throw new IllegalStateException("an operation for signed-in people ran without one");
        }
        return caller;
    }

    static OpenSession session(RoutingContext context) {
        OpenSession session = context.get(SESSION);
        if (session == null) {
            throw new IllegalStateException("an operation for signed-in people ran without a session");
        }
        return session;
    }

    /** To be called for every request below the contract's path. */
    public void check(RoutingContext context) {
        Operation operation = contract.findOperation(context.normalizedPath(), context.request().method());
        if (operation == null) {
            Answers.write(context, Reply.notFound());
            return;
        }
        if (open.contains(operation.getOperationId())) {
            context.next();
            return;
        }
        Optional<String> token = token(context);
        if (token.isEmpty()) {
            Answers.write(context, signInFirst());
            return;
        }
        lane.run(() -> accounts.findSession(token.get()))
                .onFailure(fault -> Answers.fault(context, fault))
                .onSuccess(session -> session.ifPresentOrElse(found -> admit(context, operation, found),
                        () -> Answers.write(context, signInFirst())));
    }

    private void admit(RoutingContext context, Operation operation, OpenSession session) {
        Optional<Reply> refusal = refusal(context, operation, session);
        if (refusal.isPresent()) {
            Answers.write(context, refusal.get());
            return;
        }
        context.put(CALLER, session.caller());
        context.put(SESSION, session);
        context.next();
    }

    private Optional<Reply> refusal(RoutingContext context, Operation operation, OpenSession session) {
        String id = operation.getOperationId();
        if (!allowed.getOrDefault(id, Set.of()).contains(session.caller().role())) {
            return Optional.of(Reply.problem(403, "forbidden", "Your role may not do this"));
        }
        if (session.mustChange() && !BEFORE_PASSWORD_CHANGE.contains(id)) {
            return Optional.of(
                    Reply.problem(403, "must-change-password", "Change the password you were given first"));
        }
        boolean byCookie = bearer(context).isEmpty();
        boolean changes = !context.request().method().equals(HttpMethod.GET);
        if (byCookie && changes && !same(session.csrf(), context.request().getHeader("X-CSRF-Token"))) {
            return Optional
                    .of(Reply.problem(403, "csrf", "The X-CSRF-Token of this session is missing or wrong"));
        }
        return Optional.empty();
    }

    private void readRoles(Operation operation) {
        Object named = operation.getExtensions().get("x-roles");
        List<String> roles = named instanceof Iterable<?> list ? words(list) : List.of();
        if (roles.isEmpty()) {
            throw new IllegalStateException("operation " + operation.getOperationId() + " names no x-roles");
        }
        if (roles.contains(ANYONE)) {
            open.add(operation.getOperationId());
            return;
        }
        Set<Role> who = new HashSet<>();
        roles.forEach(word -> who.add(Word.parse(Role.class, word)));
        allowed.put(operation.getOperationId(), who);
    }

    private static List<String> words(Iterable<?> list) {
        Collection<String> words = new ArrayList<>();
        list.forEach(word -> words.add(String.valueOf(word)));
        return List.copyOf(words);
    }

    private static Reply signInFirst() {
        return Reply.problem(401, "sign-in", "Sign in first");
    }

    private static Optional<String> token(RoutingContext context) {
        return bearer(context)
                .or(() -> Optional.ofNullable(context.request().getCookie(COOKIE)).map(Cookie::getValue));
    }

    private static Optional<String> bearer(RoutingContext context) {
        return Optional.ofNullable(context.request().getHeader("Authorization"))
                .filter(header -> header.startsWith("Bearer "))
                .map(header -> header.substring("Bearer ".length()));
    }

    private static boolean same(String expected, @Nullable String given) {
        return given != null && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
                given.getBytes(StandardCharsets.UTF_8));
    }
}
