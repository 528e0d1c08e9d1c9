package anxin.api.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code openapi.yaml} from the class path. */
public final class ContractFile {

    private static final String NAME = "openapi.yaml";

    private ContractFile() {}

    public static Future<OpenAPIContract> read(Vertx vertx) {
        return vertx.fileSystem().readFile(NAME)
                .compose(bytes -> OpenAPIContract.from(vertx, json(bytes.toString())));
    }

    // The router's library does not know problem+json (RFC 9457) and looks at responses only to refuse it.
    private static JsonObject json(String yaml) {
        Map<String, Object> contract = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(yaml.replace("application/problem+json", "application/json"));
        return new JsonObject(contract);
    }
}
