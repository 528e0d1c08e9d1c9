package anxin.api.web;

import anxin.api.http.Fields;
import anxin.api.http.InvalidField;
import anxin.api.http.Reply;
import anxin.dispatcher.store.StoreException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes replies, and turns faults into problems that say what to do and nothing about the inside. */
public final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    public static void write(RoutingContext context, Reply reply) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(reply.status()).putHeader("Cache-Control", "no-store");
        if (reply.body().isEmpty()) {
            response.end();
            return;
        }
        String type = reply.isProblem() && reply.body().contains("urn:anxin:problem:")
                ? "application/problem+json"
                : "application/json";
        response.putHeader("Content-Type", type).end(reply.body());
    }

    public static void fault(RoutingContext context, Throwable fault) {
        if (fault instanceof InvalidField wrong) {
            write(context, Reply.invalid(Optional.of(wrong.field()), String.valueOf(wrong.getMessage())));
            return;
        }
        if (StoreException.unreachable(fault)) {
            context.response().putHeader("Retry-After", "2");
            write(context,
                    Reply.problem(503, "database-unreachable", "The database is out of reach; try again",
                            new Fields().with("detail",
                                    "nothing was changed by this request, unless it was sent before")));
            return;
        }
        LOG.error("{} {} failed", context.request().method(), context.normalizedPath(), fault);
        write(context, Reply.problem(500, "fault", "This is our fault; it is logged"));
    }
}
