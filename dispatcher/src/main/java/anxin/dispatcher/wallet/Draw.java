package anxin.dispatcher.wallet;

/** Money taken out of one purse, with the word of who pays it. */
record Draw(String source, Purse purse, Fen fen) {

    Draw withFen(Fen other) {
        return new Draw(source, purse, other);
    }
}
