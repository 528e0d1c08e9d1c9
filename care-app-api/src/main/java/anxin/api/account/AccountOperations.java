package anxin.api.account;

import anxin.api.http.Call;
import anxin.api.http.Fields;
import anxin.api.http.Operation;
import anxin.api.http.Reply;
import anxin.api.http.Role;
import anxin.dispatcher.store.Protected;
import anxin.dispatcher.store.Word;
import java.util.Map;
import java.util.Optional;

/** The operations on one's own account, and the administrator's on others'. Signing in is the gate's. */
public final class AccountOperations {

    private final Accounts accounts;

    public AccountOperations(Accounts accounts) {
        this.accounts = accounts;
    }

    /** By the operation's id in the contract. */
    public Map<String, Operation> all() {
        return Map.of("logout", this::logout, "changePassword", this::changePassword, "createAccount",
                this::createAccount);
    }

    /** How a session is told to its owner. */
    public static Fields session(Account account, String csrf) {
        return new Fields().with("csrf", csrf).with("account", new Fields()
                .with("id", account.id())
                .with("login", account.login())
                .with("name", account.name())
                .with("role", account.role())
                .with("mustChangePassword", account.mustChange()));
    }

    private Reply logout(Call call) {
        accounts.signOut(call.caller().session());
        return Reply.nothing();
    }

    private Reply changePassword(Call call) {
        boolean changed = accounts.changePassword(accounts.get(call.caller().account()),
                call.caller().session(),
                call.text("current"), call.text("next"));
        return changed
                ? Reply.nothing()
                : Reply.problem(409, "wrong-password", "The current password is not right",
                        new Fields().with("field", "current"));
    }

    private Reply createAccount(Call call) {
        String password = accounts.inventPassword();
        return accounts
                .open(call.caller().jurisdiction(), call.text("login"), new Protected(call.text("name")),
                        Word.parse(Role.class, call.text("role")), Optional.empty(), password, true)
                .map(account -> Reply.created(new Fields()
                        .with("id", account.id())
                        .with("login", account.login())
                        .with("password", password)))
                .orElseGet(() -> Reply.problem(409, "login-taken", "Somebody has this login already",
                        new Fields().with("field", "login")));
    }
}
