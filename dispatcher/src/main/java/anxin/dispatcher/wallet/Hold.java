package anxin.dispatcher.wallet;

import anxin.dispatcher.store.Jurisdiction;

/** How the money of one order stands. */
sealed interface Hold {

    /** Set aside, neither earned nor given back. */
    record Open(Jurisdiction jurisdiction, Draws draws) implements Hold {}

    record Settled() implements Hold {}

    record Missing() implements Hold {}
}
