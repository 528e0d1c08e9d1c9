package anxin.dispatcher.incident;

import anxin.dispatcher.incident.LadderStep.StopOn;
import anxin.dispatcher.incident.LadderStep.Who;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Sql;
import java.time.Duration;
import java.util.List;

/** The ladder as data: the newest version for the division, else for the organisation, else the default that ships. */
final class LadderStore {

    private final Sql sql;

    LadderStore(Sql sql) {
        this.sql = sql;
    }

    List<LadderStep> steps(Jurisdiction jurisdiction) {
        return sql.list("""
                WITH nearest AS (
                    SELECT organisation, division, version
                      FROM ladder_step
                     WHERE (organisation IS NULL OR organisation = ?) AND (division IS NULL OR division = ?)
                     ORDER BY division NULLS LAST, organisation NULLS LAST, version DESC
                     LIMIT 1)
                SELECT l.step, l.after_seconds, l.who, l.stop_on
                  FROM ladder_step l
                  JOIN nearest n ON l.organisation IS NOT DISTINCT FROM n.organisation
                                AND l.division IS NOT DISTINCT FROM n.division AND l.version = n.version
                 ORDER BY l.after_seconds, l.step
                """,
                row -> new LadderStep(row.number("step"), Duration.ofSeconds(row.number("after_seconds")),
                        row.word("who", Who.class), row.word("stop_on", StopOn.class)),
                jurisdiction.organisation(),
                jurisdiction.division());
    }
}
