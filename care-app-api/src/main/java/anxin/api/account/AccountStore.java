package anxin.api.account;

import anxin.api.http.Caller;
import anxin.api.http.Role;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Accounts and their sessions. */
public final class AccountStore {

    private final Sql sql;

    public AccountStore(Sql sql) {
        this.sql = sql;
    }

    /** What the door needs to know about a login. */
    record Lock(Account account, String passwordHash) {}

    Optional<Lock> find(String login) {
        return sql.find(
                """
                SELECT id, organisation, division, login, role, name, responder, must_change, password_hash
                  FROM account
                 WHERE login = ?
                """,
                row -> new Lock(account(row), row.text("password_hash")),
                login);
    }

    Account get(UUID id) {
        return sql.get(
                """
                SELECT id, organisation, division, login, role, name, responder, must_change FROM account WHERE id = ?
                """,
                AccountStore::account, id);
    }

    public boolean hasAny() {
        return sql.get("SELECT EXISTS (SELECT 1 FROM account) AS any", row -> row.flag("any"));
    }

    public boolean hasLogin(String login) {
        return sql.get("SELECT EXISTS (SELECT 1 FROM account WHERE login = ?) AS taken",
                row -> row.flag("taken"),
                login);
    }

    public void add(Account account, String passwordHash, Instant now) {
        sql.update("""
                INSERT INTO account (id, organisation, division, login, role, name, responder, password_hash,
                                     must_change, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?)
                """, account.id(), account.jurisdiction().organisation(), account.jurisdiction().division(),
                account.login(), account.role(), account.name(), account.responder().orElse(null),
                passwordHash,
                account.mustChange(), now);
    }

    void changePassword(UUID account, String passwordHash) {
        sql.update("UPDATE account SET password_hash = ?, must_change = false WHERE id = ?", passwordHash,
                account);
    }

    /** Ends every session of an account but one. */
    void endOtherSessions(UUID account, UUID kept, Instant now) {
        sql.update("UPDATE session SET ended_at = ? WHERE account = ? AND id <> ? AND ended_at IS NULL", now,
                account,
                kept);
    }

    void openSession(UUID id, Account account, byte[] tokenHash, String client, String csrf, Instant now,
            Duration validFor) {
        sql.update(
                """
                INSERT INTO session (id, organisation, division, account, token_hash, client, csrf, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id, account.jurisdiction().organisation(), account.jurisdiction().division(), account.id(),
                tokenHash, client, csrf, now, now.plus(validFor));
    }

    /**
     * Who is behind a token now.
     *
     * @param csrf the token a page must send with every command
     */
    public record OpenSession(Caller caller, String csrf, boolean mustChange) {}

    public Optional<OpenSession> findSession(byte[] tokenHash, Instant now) {
        return sql.find(
                """
                SELECT s.id, s.csrf, a.id AS account, a.organisation, a.division, a.role, a.responder, a.must_change
                  FROM session s
                  JOIN account a ON a.id = s.account
                 WHERE s.token_hash = ? AND s.ended_at IS NULL AND s.expires_at > ?
                """,
                row -> new OpenSession(
                        new Caller(row.uuid("account"), row.word("role", Role.class), Jurisdiction.of(row),
                                row.findUuid("responder").map(ResponderId::new), row.uuid("id")),
                        row.text("csrf"), row.flag("must_change")),
                tokenHash, now);
    }

    void endSession(UUID session, Instant now) {
        sql.update("UPDATE session SET ended_at = ? WHERE id = ? AND ended_at IS NULL", now, session);
    }

    private static Account account(Row row) {
        return new Account(row.uuid("id"), Jurisdiction.of(row), row.text("login"),
                row.word("role", Role.class),
                row.secret("name"), row.findUuid("responder").map(ResponderId::new), row.flag("must_change"));
    }
}
