package anxin.dispatcher.incident;

import anxin.dispatcher.incident.LadderStep.StopOn;
import anxin.dispatcher.incident.LadderStep.Who;
import anxin.dispatcher.notification.Channel;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import anxin.dispatcher.store.Word;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ladders as data. The division's own rows come before the organisation's, and those before the default that ships. */
final class LadderStore {

    private final Sql sql;

    LadderStore(Sql sql) {
        this.sql = sql;
    }

    /** The newest version of the ladder for alarms of this type, else of its class; empty when none is meant for it. */
    Optional<LadderVersion> choose(Jurisdiction jurisdiction, AlarmType type) {
        return sql.find(
                """
                WITH chosen AS (
                    SELECT CASE WHEN EXISTS (SELECT FROM rural_division r WHERE r.organisation = ? AND r.division = ?)
                                THEN coalesce(rural_ladder, ladder)
                                ELSE ladder
                           END AS ladder
                      FROM ladder_choice
                     WHERE about IN (?, ?) AND (organisation IS NULL OR organisation = ?)
                       AND (division IS NULL OR division = ?)
                     ORDER BY about = ? DESC, division NULLS LAST, organisation NULLS LAST
                     LIMIT 1)
                SELECT s.ladder || CASE WHEN s.organisation IS NULL THEN '' ELSE '@organisation' END
                                || CASE WHEN s.division IS NULL THEN '' ELSE '@division' END AS ladder, s.version
                  FROM ladder_step s
                  JOIN chosen c ON c.ladder = s.ladder
                 WHERE (s.organisation IS NULL OR s.organisation = ?) AND (s.division IS NULL OR s.division = ?)
                 ORDER BY s.division NULLS LAST, s.organisation NULLS LAST, s.version DESC
                 LIMIT 1
                """,
                row -> new LadderVersion(row.text("ladder"), row.number("version")),
                jurisdiction.organisation(), jurisdiction.division(), type.word(), type.alarmClass().name(),
                jurisdiction.organisation(), jurisdiction.division(), type.word(),
                jurisdiction.organisation(),
                jurisdiction.division());
    }

    /** The steps an incident climbs, in the order in which they are due; none when it has no ladder. */
    List<LadderStep> steps(Incident incident) {
        return incident.ladder().map(version -> steps(incident.jurisdiction(), version)).orElseGet(List::of);
    }

    private List<LadderStep> steps(Jurisdiction jurisdiction, LadderVersion version) {
        return sql.list(
                """
                SELECT step, after_seconds, every_seconds, who, channel, stop_on
                  FROM ladder_step
                 WHERE ladder || CASE WHEN organisation IS NULL THEN '' ELSE '@organisation' END
                              || CASE WHEN division IS NULL THEN '' ELSE '@division' END = ?
                   AND version = ? AND (organisation IS NULL OR organisation = ?)
                   AND (division IS NULL OR division = ?)
                 ORDER BY after_seconds, step
                """,
                LadderStore::step, version.ladder(), version.version(), jurisdiction.organisation(),
                jurisdiction.division());
    }

    private static LadderStep step(Row row) {
        return new LadderStep(row.number("step"), Duration.ofSeconds(row.number("after_seconds")),
                row.findNumber("every_seconds").map(Duration::ofSeconds), row.word("who", Who.class),
                channel(row.text("channel")), row.word("stop_on", StopOn.class));
    }

    // The other words say where pages and phones of ours show it.
    private static Optional<Channel> channel(String word) {
        return switch (word) {
            case "sms", "voice" -> Optional.of(Word.parse(Channel.class, word));
            default -> Optional.empty();
        };
    }
}
