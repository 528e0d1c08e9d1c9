package anxin.dispatcher.invariant;

import anxin.dispatcher.store.Sql;
import java.util.List;

/** The promises about ordered visits and their money, one method each. */
final class OrderRules {

    private final OrderInvariantStore store;
    private final WalletInvariantStore money;

    OrderRules(Sql sql) {
        this.store = new OrderInvariantStore(sql);
        this.money = new WalletInvariantStore(sql);
    }

    List<Finding> judge() {
        return List.of(clocks(), moneyWhereItBelongs(), oneOwner(), noFenMadeOrLost(), legalHistory());
    }

    private Finding clocks() {
        return Finding.judged("O1", "an open order has a clock, a finished one somebody who looks",
                store.clockFigures(),
                store.openOrdersWithoutClock()
                        .and(store.reviewsNobodyIsAskedFor())
                        .and(store.unratedAndForgotten())
                        .and(store.clocksOfEndedOrders()));
    }

    private Finding moneyWhereItBelongs() {
        return Finding.judged("O2", "the money of an order is where its state says", money.priceFigures(),
                money.moneyThatContradictsTheState()
                        .and(money.moneyThatContradictsTheLedger())
                        .and(money.pricesThatWereNotHeld())
                        .and(money.holdsThatContradictTheMoney())
                        .and(money.captureOfAnotherSum()));
    }

    private Finding oneOwner() {
        return Finding.judged("O3", "one owner: nobody is needed in two places at one time",
                "visits held now " + store.heldPlaces(),
                store.ordersWithOtherPlaces()
                        .and(store.placesThatContradictTheState())
                        .and(store.placesOfEndedOrders())
                        .and(store.questionsAboutEndedOrders())
                        .and(store.placesHeldByTheOtherSex())
                        .and(store.calledAwayAndStillOnAVisit())
                        .and(store.insideTwoHomes())
                        .and(store.visitsAtOneTime()));
    }

    private Finding noFenMadeOrLost() {
        return Finding.judged("W1", "the wallet makes and loses no fen", money.ledgerFigures(),
                money.entriesThatDoNotAddUp()
                        .and(money.linesThatDoNotAddUp())
                        .and(money.pursesBelowNothing())
                        .and(money.pursesOfNobody()));
    }

    private Finding legalHistory() {
        FileCheck.Result files = FileCheck.all(store);
        return Finding.judged("I7-ORDER", "legal history of orders: every file is whole, sealed and in order",
                files.figures(), files.violations().and(store.filesThatEndElsewhere()));
    }
}
