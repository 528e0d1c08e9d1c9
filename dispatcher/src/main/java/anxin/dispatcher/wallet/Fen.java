package anxin.dispatcher.wallet;

/** An amount of money in whole fen; never negative, never a fraction. */
public record Fen(long amount) implements Comparable<Fen> {

    public static final Fen ZERO = new Fen(0);

    public Fen {
        if (amount < 0) {
            throw new IllegalArgumentException("an amount of money is never negative: " + amount + " fen");
        }
    }

    public static Fen of(long amount) {
        return new Fen(amount);
    }

    public Fen plus(Fen other) {
        return new Fen(Math.addExact(amount, other.amount));
    }

    /** @throws IllegalArgumentException when the other amount is the larger one */
    public Fen minus(Fen other) {
        return new Fen(Math.subtractExact(amount, other.amount));
    }

    public Fen min(Fen other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return amount == 0;
    }

    @Override
    public int compareTo(Fen other) {
        return Long.compare(amount, other.amount);
    }
}
