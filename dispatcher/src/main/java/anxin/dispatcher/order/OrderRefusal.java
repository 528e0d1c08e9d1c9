package anxin.dispatcher.order;

import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Word;

/** Why a command about an order had no effect. */
public sealed interface OrderRefusal {

    /** Nothing of that id is there for this organisation or this person. */
    record NotFound() implements OrderRefusal {}

    /**
     * A rule stands against it.
     *
     * @param detail the values that broke the rule
     */
    record Breaks(Rule rule, String detail) implements OrderRefusal {}

    /** An answer of a check stands against it. */
    record CheckBreaks(Rule rule, String field, String detail) implements OrderRefusal {}

    /** Two may accept at the same moment; the second one is told who was first. */
    record AlreadyTaken(ResponderId by) implements OrderRefusal {}

    /** The step wants a few words. */
    record NoteMissing() implements OrderRefusal {}

    static OrderRefusal breaks(Rule rule) {
        return new Breaks(rule, "");
    }

    /** The rules an order or a visit can break. */
    enum Rule {
        NOT_OFFERED("This service is not offered on that day"),
        OUTSIDE_WINDOW("The visit would begin outside the hours of the service"),
        TOO_LATE("It is too late to order this"),
        TOO_FAR_AHEAD("It is too early to order this"),
        NO_ENTITLEMENT("The resident is not entitled to this service on that day"),
        NO_ASSESSMENT("The resident has no assessment that is valid on that day"),
        DISH_MISSING("A meal wants a dish"),
        NO_SUCH_DISH("This dish is not on the menu of that day"),
        DIETARY_LIMIT("The resident may not eat this"),
        APPOINTMENT_MISSING("A way to the doctor wants an appointment"),
        APPOINTMENT_OUTSIDE("The appointment is not on the day of the visit, or before it begins"),
        SELF_PAY_NOT_CONFIRMED("The resident has to agree to pay a part in person"),
        ALREADY_ORDERED("The resident has this already at that time"),
        NOT_SUITABLE("This person cannot do it at that time"),
        ALREADY_ASKED("This person is being asked already"),
        NO_PLACE_LEFT("Every place is filled"),
        NOT_THEIRS("This person does not hold the visit"),
        ORDER_ENDED("The order has ended"),
        SOMEBODY_AT_THE_DOOR("Somebody is at the door already"),
        NOT_CHECKED_OUT("The visit is not over"),
        ALREADY_RATED("It is rated already"),
        NOTHING_TO_REVIEW("There is nothing to decide about this visit"),
        NO_LONGER_OPEN("This is no longer asked"),
        OFF_DUTY("Go on duty first"),
        STILL_ON_A_TASK("Finish or give back the other one first"),
        NOT_YOUR_TASK("This is not your visit"),
        STEP_OUT_OF_ORDER("This step cannot follow the last one"),
        TOO_EARLY("It is too early to set off"),
        TEAM_NOT_COMPLETE("Wait for your colleague: you begin together"),
        CHECK_MISSING("An answer is missing"),
        CHECK_UNREADABLE("An answer cannot be read"),
        CHECK_OUT_OF_RANGE("With this answer the visit must not go on"),
        MEAL_TOO_OLD("The meal was cooked more than two hours ago and was not heated again");

        private final String title;

        Rule(String title) {
            this.title = title;
        }

        /** For people who read problems, in English; pages translate the word. */
        public String title() {
            return title;
        }

        /** The problem's word in the contract. */
        public String word() {
            return Word.of(this);
        }
    }
}
