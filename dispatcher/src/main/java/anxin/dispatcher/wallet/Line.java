package anxin.dispatcher.wallet;

/** Money going into a purse, or out of it when negative. */
record Line(Purse purse, long fen) {

    Line {
        if (fen == 0) {
            throw new IllegalArgumentException("a line that moves nothing: " + purse.name());
        }
    }

    static Line into(Purse purse, Fen fen) {
        return new Line(purse, fen.amount());
    }

    static Line outOf(Purse purse, Fen fen) {
        return new Line(purse, -fen.amount());
    }
}
