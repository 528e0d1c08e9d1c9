package anxin.dispatcher.incident;

import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.deadline.Deadline;
import anxin.dispatcher.deadline.DeadlineKind;
import anxin.dispatcher.duty.DutyContact;
import anxin.dispatcher.duty.DutyRole;
import anxin.dispatcher.duty.DutyStore;
import anxin.dispatcher.notification.Notification;
import anxin.dispatcher.store.Protected;
import anxin.dispatcher.store.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;

/** A town in which everybody has a duty, and a clock that runs second by second. */
abstract class OnTheLadder extends InTheTown {

    @BeforeEach
    void everybody_has_a_duty() {
        for (DutyRole role : DutyRole.values()) {
            new DutyStore(dispatcher.sql()).add(new DutyContact(dispatcher.ids().next(), town.jurisdiction(),
                    role, new Protected("值班" + role), new Protected("13600000000")),
                    clock.instant());
        }
    }

    Incident raised(AlarmType type) {
        return find(dispatcher.incidents().incidents().raise(alarm(type, false)).incident());
    }

    Alarm unanswered(Optional<UUID> order) {
        return new Alarm(town.jurisdiction(), Optional.of(qimuge.id()), Optional.empty(),
                AlarmType.MEAL_UNANSWERED,
                order, Optional.empty(), Optional.empty(), clock.instant(), AgeBand.LIVE, false);
    }

    /** Lets the clock run second by second and tells which steps were taken when. */
    String climbed(Dispatcher by, Incident incident, Instant start, int untilSeconds) {
        while (true) {
            for (Deadline due : by.deadlines().due(clock.instant(), 1_000)) {
                by.fire(due);
            }
            if (!clock.instant().isBefore(start.plusSeconds(untilSeconds))) {
                return steps(by, incident, start);
            }
            clock.pass(Duration.ofSeconds(1));
        }
    }

    static String steps(Dispatcher by, Incident incident, Instant start) {
        List<String> lines = by.sql().list("""
                SELECT d.ended_at, l.who
                  FROM deadline d
                  JOIN incident i ON i.id = d.subject
                  JOIN ladder_step l ON l.step = d.step AND l.version = i.ladder_version
                       AND l.ladder = split_part(i.ladder, '@', 1)
                       AND (l.organisation IS NOT NULL) = (i.ladder LIKE '%@%')
                 WHERE d.subject = ? AND d.kind = ? AND d.state = 'done' AND d.outcome IN ('taken', 'fired')
                 ORDER BY d.ended_at, d.step
                """,
                row -> Duration.between(start, row.instant("ended_at")).toSeconds() + " " + row.text("who")
                        + "\n",
                incident.id(), DeadlineKind.LADDER);
        return String.join("", lines);
    }

    List<String> cancelled(Incident incident, String why) {
        return dispatcher.sql().list("""
                SELECT l.who
                  FROM deadline d
                  JOIN ladder_step l ON l.step = d.step AND l.version = 2 AND l.ladder = 'life'
                 WHERE d.subject = ? AND d.kind = 'ladder' AND d.state = 'cancelled' AND d.outcome = ?
                 ORDER BY d.step
                """, row -> row.text("who"), incident.id(), why);
    }

    String told(Incident incident) {
        return dispatcher.notifications().ofSubject(incident.id().uuid()).stream()
                .sorted(Comparator.comparing(Notification::createdAt).thenComparing(Notification::what))
                .map(message -> Duration.between(incident.openedAt(), message.createdAt()).toSeconds() + " "
                        + Word.of(message.what()) + " " + Word.of(message.recipient().kind()) + "\n")
                .collect(Collectors.joining());
    }
}
