package anxin.api.http;

import anxin.dispatcher.incident.Answer;
import anxin.dispatcher.incident.Refusal;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Refusals as problems a page can put into words. */
public final class Refusals {

    private final Function<UUID, String> staffName;
    private final Function<UUID, String> responderName;

    /** @param staffName the name behind an account's id, for "taken by" */
    public Refusals(Function<UUID, String> staffName, Function<UUID, String> responderName) {
        this.staffName = staffName;
        this.responderName = responderName;
    }

    /** @param whenDone what to answer when the command was carried out */
    public Reply reply(Answer answer, Supplier<Reply> whenDone) {
        return switch (answer) {
            case Answer.Done() -> whenDone.get();
            case Answer.Refused(Refusal why) -> problem(why);
        };
    }

    private Reply problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound() -> Reply.notFound();
            case Refusal.AlreadyKept(var by) -> by("already-kept", "Somebody else keeps this incident",
                    staffName.apply(by.uuid()));
            case Refusal.NotTheKeeper() -> conflict("not-the-keeper", "Take the incident first");
            case Refusal.AlreadyClosed() -> conflict("already-closed", "The incident is closed");
            case Refusal.NoEvidence(String rule) -> Reply.problem(409, "no-evidence",
                    "This closing would break a rule", new Fields().with("detail", rule));
            case Refusal.ResponderStillOut(var who) ->
                by("responder-still-out", "Somebody is on the way or at the door",
                        responderName.apply(who.uuid()));
            case Refusal.NotSuitable() -> conflict("not-suitable", "This person cannot go now");
            case Refusal.AlreadyAsked() -> conflict("already-asked", "This person is being asked already");
            case Refusal.AlreadyComing(var who) -> by("already-coming", "Somebody is coming already",
                    responderName.apply(who.uuid()));
            case Refusal.AlreadyTaken(var by) -> by("already-taken", "Somebody was faster",
                    responderName.apply(by.uuid()));
            case Refusal.NoLongerOpen() -> conflict("no-longer-open", "This is no longer asked");
            case Refusal.StillOnATask() ->
                conflict("still-on-a-task", "Finish or give back the other errand first");
            case Refusal.OffDuty() -> conflict("off-duty", "Go on duty first");
            case Refusal.NotYourTask() -> conflict("not-your-task", "This is not your task");
            case Refusal.StepOutOfOrder(String step) -> Reply.problem(409, "step-out-of-order",
                    "This step cannot follow the last one",
                    new Fields().with("detail", "last step: " + step));
            case Refusal.NoteMissing() -> Reply.invalid(Optional.of("note"), "this step wants a note");
        };
    }

    private static Reply conflict(String word, String title) {
        return Reply.problem(409, word, title);
    }

    private static Reply by(String word, String title, String name) {
        return Reply.problem(409, word, title, new Fields().with("by", name));
    }
}
