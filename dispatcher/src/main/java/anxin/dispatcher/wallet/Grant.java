package anxin.dispatcher.wallet;

/** A public share of the price of one visit, such as an age subsidy; drawn before any lot. */
public record Grant(String source, Fen fen) {

    public Grant {
        Payment.checkedSource(source);
    }
}
