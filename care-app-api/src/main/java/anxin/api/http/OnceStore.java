package anxin.api.http;

import anxin.dispatcher.store.Sql;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Carries out a command once, however often it arrives: the effect and the first answer are one transaction, and the
 * same key gets that answer again.
 */
public final class OnceStore {

    private final Sql sql;
    private final InstantSource clock;

    public OnceStore(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record First(String operation, byte[] requestHash, Reply reply) {}

    /** @param requestHash SHA-256 of what was asked; the same key for something else is refused */
    public Reply answer(Caller caller, String key, String operation, byte[] requestHash,
            Supplier<Reply> act) {
        return sql.transaction(() -> {
            // Two deliveries at the same moment: the second waits here and then finds the first one's answer.
            sql.list("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))::text AS held", row -> true,
                    caller.account() + key);
            Optional<First> first = find(caller, key);
            if (first.isPresent()) {
                return again(first.get(), operation, requestHash);
            }
            Reply reply = act.get();
            remember(caller, key, operation, requestHash, reply);
            return reply;
        });
    }

    private Optional<First> find(Caller caller, String key) {
        return sql.find(
                """
                SELECT operation, request_hash, status, body FROM api_idempotency WHERE account = ? AND key = ?
                """,
                row -> new First(row.text("operation"), row.bytes("request_hash"),
                        new Reply(row.number("status"), row.text("body"))),
                caller.account(), key);
    }

    private static Reply again(First first, String operation, byte[] requestHash) {
        return first.operation().equals(operation) && Arrays.equals(first.requestHash(), requestHash)
                ? first.reply()
                : Reply.problem(422, "key-reused", "This Idempotency-Key was used for another request");
    }

    private void remember(Caller caller, String key, String operation, byte[] requestHash, Reply reply) {
        sql.update(
                """
                INSERT INTO api_idempotency (account, key, organisation, division, operation, request_hash, at, status,
                                             body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                caller.account(), key, caller.jurisdiction().organisation(), caller.jurisdiction().division(),
                operation, requestHash, clock.instant(), reply.status(), reply.body());
    }
}
