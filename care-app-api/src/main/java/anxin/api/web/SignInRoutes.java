package anxin.api.web;

import anxin.api.account.AccountOperations;
import anxin.api.account.AccountStore.OpenSession;
import anxin.api.account.Accounts;
import anxin.api.account.Accounts.SignIn;
import anxin.api.http.Fields;
import anxin.api.http.Reply;
import anxin.dispatcher.shell.Work;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.util.Objects;

/** Signing in and "who am I": the two answers that need the cookie. */
public final class SignInRoutes {

    private final Accounts accounts;
    private final Work.Lane passwords;
    private final Work.Lane desk;

    /** @param passwords a lane of its own: a crowd at the door must not hold up the desk */
    public SignInRoutes(Accounts accounts, Work.Lane passwords, Work.Lane desk) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.desk = desk;
    }

    public void bind(RouterBuilder routes) {
        Contract.route(routes, "login").addHandler(this::login).addFailureHandler(Contract::failed);
        Contract.route(routes, "session").addHandler(this::session).addFailureHandler(Contract::failed);
    }

    private void login(RoutingContext context) {
        JsonObject body = Objects.requireNonNull(context.body().asJsonObject(),
                "the contract requires a body");
        String client = body.getString("client", "page");
        passwords
                .run(() -> accounts.signIn(body.getString("login").replace('\0', '?'),
                        body.getString("password"), client))
                .onSuccess(signIn -> Answers.write(context, answer(context, signIn, client)))
                .onFailure(fault -> Answers.fault(context, fault));
    }

    private static Reply answer(RoutingContext context, SignIn signIn, String client) {
        return switch (signIn) {
            case SignIn.WrongNameOrPassword() ->
                Reply.problem(401, "wrong-password", "Wrong name or password");
            case SignIn.LockedFor(var time) -> Reply.problem(429, "locked", "Too many wrong passwords; wait",
                    new Fields().with("detail", time.toSeconds() + " s"));
            case SignIn.Welcome(var account, String token, String csrf) -> {
                Fields session = AccountOperations.session(account, csrf);
                if (client.equals("api")) {
                    yield Reply.ok(session.with("token", token));
                }
                // Secure is left out on purpose: this server listens on loopback only, without TLS.
                context.response().addCookie(Cookie.cookie(Gate.COOKIE, token).setHttpOnly(true)
                        .setSameSite(CookieSameSite.STRICT).setPath("/"));
                yield Reply.ok(session);
            }
        };
    }

    private void session(RoutingContext context) {
        OpenSession session = Gate.session(context);
        desk.run(() -> accounts.get(session.caller().account()))
                .onSuccess(account -> Answers.write(context,
                        Reply.ok(AccountOperations.session(account, session.csrf()))))
                .onFailure(fault -> Answers.fault(context, fault));
    }
}
