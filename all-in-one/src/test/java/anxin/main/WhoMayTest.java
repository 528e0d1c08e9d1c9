package anxin.main;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.api.web.ContractFile;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every operation of the contract, called by everybody: nothing answers who is not named. */
class WhoMayTest {

    private static final String SOME_ID = "01949b1a-0000-7000-8000-000000000000";

    @TempDir
    Path folder;

    @Test
    void S1_only_the_roles_an_operation_names_get_past_the_gate() throws Exception {
        try (TestServer anxin = TestServer.start(folder)) {
            Map<String, ApiClient> callers = new LinkedHashMap<>();
            callers.put("operator", anxin.operator("seat1"));
            callers.put("caregiver", anxin.caregiver("hu01"));
            callers.put("duty-leader", anxin.other("leader"));
            callers.put("admin", anxin.other("admin"));
            callers.put("nobody", anxin.anonymous());
            callers.put("forger", new ApiClient(anxin.server().webPort(), Optional.of("not-a-token")));
            List<String> wrong = new ArrayList<>();
            int called = 0;
            for (Operation operation : operations()) {
                JsonArray named = Objects
                        .requireNonNull((JsonArray) operation.getExtensions().get("x-roles"));
                for (var caller : callers.entrySet()) {
                    boolean may = named.contains("anyone") || named.contains(caller.getKey());
                    if (may && List.of("stream", "logout").contains(operation.getOperationId())) {
                        // One does not end, the other would end the caller for all that follow.
                        continue;
                    }
                    int status = call(caller.getValue(), operation);
                    called++;
                    boolean refused = status == 401 || status == 403;
                    boolean expected = may ? !refused || operation.getOperationId().equals("login") : refused;
                    if (!expected || status >= 500) {
                        wrong.add(caller.getKey() + " " + operation.getOperationId() + " " + status);
                    }
                }
            }

            assertThat(wrong).isEmpty();
            assertThat(called).isGreaterThan(100);
        }
    }

    @Test
    void a_page_without_its_csrf_token_changes_nothing() throws Exception {
        try (TestServer anxin = TestServer.start(folder)) {
            ApiClient.Answer refused = anxin.anonymous().send("POST", "/logout", null,
                    Map.of("Cookie", "anxin_session=" + cookie(anxin), "Idempotency-Key", "12345678"));

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.problem()).isEqualTo("csrf");
        }
    }

    @Test
    void S14_a_password_that_was_given_must_be_changed_before_anything_else() throws Exception {
        try (TestServer anxin = TestServer.start(folder)) {
            ApiClient.Answer opened = anxin.other("admin").post("/admin/accounts",
                    Map.of("login", "seat9", "name", "坐席9", "role", "operator"));
            String given = opened.body().path("password").asText();
            ApiClient seat = ApiClient.signIn(anxin.server().webPort(), "seat9", given);

            assertThat(seat.get("/desk/incidents").problem()).isEqualTo("must-change-password");
            assertThat(seat.post("/account/password", Map.of("current", given, "next", "a-long-enough-one"))
                    .status()).isEqualTo(204);
            assertThat(seat.get("/desk/incidents").status()).isEqualTo(200);
        }
    }

    @Test
    void S13_ten_wrong_passwords_lock_and_nobody_learns_which_names_exist() throws Exception {
        try (TestServer anxin = TestServer.start(folder)) {
            ApiClient door = anxin.anonymous();
            ApiClient.Answer unknown = login(door, "nobody-here", "wrong");
            ApiClient.Answer wrong = login(door, "seat2", "wrong");
            assertThat(wrong).isEqualTo(unknown);
            for (int i = 0; i < 9; i++) {
                login(door, "seat2", "wrong");
            }

            assertThat(login(door, "seat2", "wrong").status()).isEqualTo(429);
        }
    }

    private static ApiClient.Answer login(ApiClient door, String login, String password) throws Exception {
        return door.send("POST", "/login", Map.of("login", login, "password", password), Map.of());
    }

    private static String cookie(TestServer anxin) throws Exception {
        // A bearer token and a cookie are the same secret; only the way it travels differs.
        return ApiClient.token(anxin.server().webPort(), "seat1",
                anxin.town().operators().getFirst().password());
    }

    private static List<Operation> operations() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            OpenAPIContract contract = ContractFile.read(vertx).toCompletionStage().toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            return contract.operations();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private static int call(ApiClient caller, Operation operation) throws Exception {
        String path = operation.getOpenAPIPath().replaceAll("\\{[a-z]+}", SOME_ID);
        boolean post = operation.getHttpMethod().name().equals("POST");
        boolean hasBody = post && operation.getRequestBody() != null;
        return caller.send(operation.getHttpMethod().name(), path, hasBody ? "{}" : null,
                post ? Map.of("Idempotency-Key", "key-" + System.nanoTime()) : Map.of()).status();
    }
}
