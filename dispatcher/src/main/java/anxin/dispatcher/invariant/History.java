package anxin.dispatcher.invariant;

import anxin.dispatcher.incident.EventKind;
import anxin.dispatcher.offer.Step;
import anxin.dispatcher.store.Word;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows both tracks of an incident along its file and objects to what cannot follow. */
final class History {

    private enum Desk {
        UNRAISED,
        QUEUED,
        KEPT,
        CLOSED
    }

    private Desk desk = Desk.UNRAISED;
    private boolean asked;
    private @Nullable String keeper;
    private @Nullable String helper;
    private @Nullable Step step;

    /** What speaks against this being the next entry; when nothing does, it has happened. */
    Optional<String> objection(EventKind kind, String actor) {
        return switch (desk) {
            case UNRAISED -> first(kind);
            case QUEUED, KEPT -> whileOpen(kind, actor);
            case CLOSED -> Optional.of("comes after the closing");
        };
    }

    private Optional<String> first(EventKind kind) {
        desk = Desk.QUEUED;
        return kind == EventKind.RAISED ? Optional.empty() : Optional.of("comes before the alarm");
    }

    private Optional<String> whileOpen(EventKind kind, String actor) {
        return switch (kind) {
            case RAISED -> Optional.of("raises it a second time");
            case TAKEN -> taken(actor);
            case RELEASED, CONTACT_ATTEMPT, STOOD_DOWN, CLOSED -> byKeeper(kind, actor);
            case ACCEPTED -> accepted(actor);
            case ON_THE_WAY -> next(Step.ON_THE_WAY, actor);
            case ARRIVED -> next(Step.ARRIVED, actor);
            case DONE -> next(Step.DONE, actor);
            case GIVEN_BACK -> next(Step.GIVEN_BACK, actor);
            case OFFERED -> offered();
            case NOBODY_TO_ASK -> neededAgain();
            case REPEATED, SECOND_SIGNAL, DISPLAYED, DECLINED, EXPIRED, CONTACT_DUE, NOTE, DUTY_LEADER_TOLD,
                    ARRIVAL_LATE, CHECK_DUE, NOTIFIED, SERVICE_PROMPT, FORCED_ENTRY_DUE ->
                Optional.empty();
        };
    }

    /** Where the incident's row says something else than its file; a helper who gave back counts as none. */
    Optional<String> disagreement(String deskNow, String helpNow) {
        String deskThen = Word.of(desk);
        if (!deskNow.equals(deskThen)) {
            return Optional.of("leaves the desk track " + deskThen + "; the incident says " + deskNow);
        }
        String helpThen = help();
        boolean nobody = switch (helpNow) {
            case "not-asked", "asking", "withdrawn" -> true;
            default -> false;
        };
        return helpNow.equals(helpThen) || (nobody && helpThen.equals("nobody"))
                ? Optional.empty()
                : Optional.of("leaves the help track " + helpThen + "; the incident says " + helpNow);
    }

    private String help() {
        return switch (step) {
            case null -> "nobody";
            case ACCEPTED, ON_THE_WAY -> "coming";
            case ARRIVED -> "on-scene";
            case DONE -> "done";
            case GIVEN_BACK, DIVERTED -> "nobody";
        };
    }

    private Optional<String> taken(String actor) {
        String before = keeper;
        keeper = actor;
        desk = Desk.KEPT;
        return before == null ? Optional.empty() : Optional.of("takes it from " + before);
    }

    private Optional<String> byKeeper(EventKind kind, String actor) {
        if (!actor.equals(keeper)) {
            return Optional.of("is by " + actor + ", who does not keep it");
        }
        if (kind == EventKind.RELEASED) {
            keeper = null;
            desk = Desk.QUEUED;
        }
        return kind == EventKind.CLOSED ? closed() : Optional.empty();
    }

    private Optional<String> closed() {
        desk = Desk.CLOSED;
        return helper != null && step != Step.DONE
                ? Optional.of("closes it while " + helper + " is out")
                : Optional.empty();
    }

    private Optional<String> offered() {
        asked = true;
        return neededAgain();
    }

    // Somebody is looked for although the last helper is done: the resident pressed again, or the desk sends one more.
    private Optional<String> neededAgain() {
        if (step == Step.DONE) {
            helper = null;
            step = null;
        }
        return Optional.empty();
    }

    private Optional<String> accepted(String actor) {
        if (!asked) {
            return Optional.of("accepts what was not offered");
        }
        if (helper != null) {
            return Optional.of("accepts what " + helper + " has accepted");
        }
        helper = actor;
        step = Step.ACCEPTED;
        return Optional.empty();
    }

    private Optional<String> next(Step reached, String actor) {
        Step before = step;
        if (before == null || !actor.equals(helper)) {
            return Optional.of("is by " + actor + ", who has not accepted");
        }
        if (!reached.mayFollow(before)) {
            return Optional.of("cannot follow " + before.name());
        }
        step = reached;
        if (reached == Step.GIVEN_BACK) {
            helper = null;
        }
        return Optional.empty();
    }
}
