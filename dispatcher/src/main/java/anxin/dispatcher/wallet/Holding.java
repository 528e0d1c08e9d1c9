package anxin.dispatcher.wallet;

import java.util.List;

/** What came of holding the price of an order. */
public sealed interface Holding {

    /** The money is set aside; who pays how much. */
    record Held(List<Payment> payments) implements Holding {

        public Held {
            payments = List.copyOf(payments);
        }
    }

    /** The resident would have to pay more in person than they agreed to; nothing is set aside. */
    record SelfShareTooHigh(Fen self) implements Holding {}

    /** This order was held before, whatever became of it; nothing changes. */
    record AlreadyHeld() implements Holding {}
}
